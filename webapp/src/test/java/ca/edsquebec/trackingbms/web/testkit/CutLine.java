package ca.edsquebec.trackingbms.web.testkit;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a portal that can be cut in the middle of whatever goes over it, and mended. */
public final class CutLine implements AutoCloseable {

  private final ServerSocket server;
  private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
  private volatile int target;
  private volatile boolean cut;

  public CutLine(URI portal) throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    leadTo(portal);
    thread(this::accept);
  }

  /** What is at its other end from now on. */
  public void leadTo(URI portal) {
    target = portal.getPort();
  }

  /** Its address at this end. */
  public URI url() {
    return URI.create("http://localhost:" + server.getLocalPort());
  }

  public void cut() {
    cut = true;
    open.forEach(CutLine::closed);
    open.clear();
  }

  public void mend() {
    cut = false;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket near = server.accept();
        if (cut) {
          near.close();
        } else {
          join(near);
        }
      } catch (IOException gone) {
        // The portal, or this line: whoever connected sees that it ended.
      }
    }
  }

  private void join(Socket near) throws IOException {
    Socket far = new Socket();
    try {
      far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
    } catch (IOException e) {
      near.close();
      throw e;
    }
    open.add(near);
    open.add(far);
    thread(() -> pump(near, far));
    thread(() -> pump(far, near));
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[8192];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        out.write(buffer, 0, count);
      }
    } catch (IOException ended) {
      // One end closed it, or it was cut; both are closed now.
      return;
    }
  }

  private static void closed(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work, "cut-line");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    cut();
    server.close();
  }
}
