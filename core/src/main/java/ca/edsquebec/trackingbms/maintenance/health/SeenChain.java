package ca.edsquebec.trackingbms.maintenance.health;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Remembers what the server showed, then judges it as the other one does. Of one handshake. */
final class SeenChain extends X509ExtendedTrustManager {

  private final X509ExtendedTrustManager judge;
  private Optional<Instant> until = Optional.empty();

  SeenChain(X509ExtendedTrustManager judge) {
    this.judge = judge;
  }

  /** Until when the server's own certificate is good; empty when it showed none. */
  Optional<Instant> until() {
    return until;
  }

  private void see(X509Certificate[] chain) {
    until = Optional.of(chain[0].getNotAfter().toInstant());
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
      throws CertificateException {
    see(chain);
    judge.checkServerTrusted(chain, kind, socket);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
      throws CertificateException {
    see(chain);
    judge.checkServerTrusted(chain, kind, engine);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    see(chain);
    judge.checkServerTrusted(chain, kind);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket)
      throws CertificateException {
    judge.checkClientTrusted(chain, kind, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
      throws CertificateException {
    judge.checkClientTrusted(chain, kind, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    judge.checkClientTrusted(chain, kind);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return judge.getAcceptedIssuers();
  }
}
