package ca.edsquebec.trackingbms.notification.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Remembers the socket in use, so that another thread can end what waits for an answer. */
final class Sockets extends SocketFactory {

  private Socket used;
  private boolean closed;

  @Override
  public synchronized Socket createSocket() throws IOException {
    if (closed) {
      throw new IOException("mail is being shut down");
    }
    used = new Socket();
    return used;
  }

  /** How long an answer may take from now on. */
  synchronized void patience(int millis) throws IOException {
    used.setSoTimeout(millis);
  }

  /** Ends the connection without another word. */
  synchronized void cut() throws IOException {
    if (used != null) {
      used.close();
    }
  }

  /** As {@link #cut}; there will be no other. */
  synchronized void close() throws IOException {
    closed = true;
    cut();
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException("sockets are made first and connected then");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    return createSocket(host.getHostName(), port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    return createSocket(host, port);
  }
}
