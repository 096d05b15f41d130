package ca.edsquebec.trackingbms.maintenance.health;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Shakes hands with a server over TLS and hangs up: nothing is sent. Waits 5 s for the connection
 * and 5 s for each answer.
 */
final class ServerCertificate {

  private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(5).toMillis();
  private static final int HTTPS = 443;

  /**
   * What the server showed.
   *
   * @param until the last moment at which it is good
   * @param trusted whether this machine believes it, for that host and now
   */
  record Shown(Instant until, boolean trusted) {}

  private final X509ExtendedTrustManager judge;

  /** Believes whom this Java believes. */
  ServerCertificate() {
    this(null);
  }

  /**
   * @param roots whom it believes; null for this Java's own
   */
  ServerCertificate(KeyStore roots) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(roots);
      this.judge = (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no certificates to compare with", e);
    }
  }

  /**
   * @param address with a host, and a port unless it is 443
   * @throws IOException when it can't be reached, or speaks no TLS
   */
  Shown of(URI address) throws IOException {
    int port = address.getPort() < 0 ? HTTPS : address.getPort();
    SeenChain seen = new SeenChain(judge);
    Optional<SSLException> refused = Optional.empty();
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(address.getHost(), port), PATIENCE_MILLIS);
      plain.setSoTimeout(PATIENCE_MILLIS);
      try (SSLSocket socket =
          (SSLSocket)
              context(seen).getSocketFactory().createSocket(plain, address.getHost(), port, true)) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
      } catch (SSLException e) {
        refused = Optional.of(e);
      }
    }
    if (seen.until().isEmpty()) {
      throw refused.map(IOException.class::cast).orElseGet(() -> new IOException("no certificate"));
    }
    boolean believed =
        refused.isEmpty() || !(refused.get().getCause() instanceof CertificateException);
    return new Shown(seen.until().get(), believed);
  }

  private static SSLContext context(SeenChain seen) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {seen}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }
}
