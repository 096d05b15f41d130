package ca.edsquebec.trackingbms.jobs.forward.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A line to a device that breaks after so many bytes of its answers, and then breaks no more. */
final class SeveredLine implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final InetSocketAddress device;
  private final Queue<Integer> cuts;
  private final CountDownLatch whole = new CountDownLatch(1);

  /**
   * @param cuts bytes from the device until each of the first connections breaks
   */
  SeveredLine(InetSocketAddress device, int... cuts) throws IOException {
    this.device = device;
    this.cuts = Arrays.stream(cuts).boxed().collect(Collectors.toCollection(ArrayDeque::new));
    thread(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Until a connection stands that does not break. */
  void awaitWhole() throws InterruptedException {
    if (!whole.await(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("nobody connected any more");
    }
  }

  private void accept() {
    try {
      while (!server.isClosed()) {
        Socket near = server.accept();
        Socket far = new Socket(device.getAddress(), device.getPort());
        Integer cut = cuts.poll();
        if (cut == null) {
          whole.countDown();
        }
        thread(() -> pump(near, far, Long.MAX_VALUE));
        thread(() -> pump(far, near, cut == null ? Long.MAX_VALUE : cut));
      }
    } catch (IOException closed) {
      // The test is over.
      return;
    }
  }

  private static void pump(Socket from, Socket to, long most) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[256];
      long left = most;
      while (left > 0) {
        int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (count < 0) {
          return;
        }
        out.write(buffer, 0, count);
        left -= count;
      }
    } catch (IOException ended) {
      // One of the two hung up; now both have.
      return;
    }
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work, "severed-line");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
