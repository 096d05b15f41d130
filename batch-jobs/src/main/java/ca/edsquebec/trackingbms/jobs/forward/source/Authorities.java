package ca.edsquebec.trackingbms.jobs.forward.source;

import ca.edsquebec.trackingbms.platform.InvalidException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Whom to trust where a site has an authority of its own, or a broker its own certificate. */
public final class Authorities {

  private static final String FIELD = "mqtt-ca-file";

  private Authorities() {}

  /**
   * Makes sockets for TLS that trust what is in the file, and nobody else.
   *
   * @param file certificates as PEM
   * @throws InvalidException when it holds none
   */
  public static SSLSocketFactory of(Path file) throws IOException {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int count = 0;
      for (Certificate certificate : read(file)) {
        store.setCertificateEntry("authority-" + count, certificate);
        count++;
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  private static Collection<? extends Certificate> read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      var certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (certificates.isEmpty()) {
        throw none(file);
      }
      return certificates;
    } catch (NoSuchFileException e) {
      throw new InvalidException(FIELD, "there is no file \"%s\"".formatted(file));
    } catch (CertificateException e) {
      throw none(file);
    }
  }

  private static InvalidException none(Path file) {
    return new InvalidException(
        FIELD,
        "\"%s\" holds no certificate: it must be PEM, -----BEGIN CERTIFICATE-----".formatted(file));
  }
}
