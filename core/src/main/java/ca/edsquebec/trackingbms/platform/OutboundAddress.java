package ca.edsquebec.trackingbms.platform;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Where to connect, checked by {@link OutboundGuard}.
 *
 * @param host as it was given: for the Host header and the certificate, not for looking up again
 * @param address what to connect to
 */
public record OutboundAddress(String host, InetAddress address, int port) {

  /** For a socket; no name is looked up. */
  public InetSocketAddress socketAddress() {
    return new InetSocketAddress(address, port);
  }
}
