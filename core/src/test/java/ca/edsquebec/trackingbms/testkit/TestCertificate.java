package ca.edsquebec.trackingbms.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for {@code localhost}, and for no other name, that only this test trusts. */
public final class TestCertificate {

  public static final String PASSWORD = "test-only";

  private static final String ALIAS = "localhost";

  private final Path file;
  private final KeyStore store;

  private TestCertificate(Path file, KeyStore store) {
    this.file = file;
    this.store = store;
  }

  /** Makes one, good for two days from now. */
  public static TestCertificate make(Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path file = folder.resolve("localhost.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      throw new IllegalStateException(
          "keytool failed: "
              + new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return new TestCertificate(file, store);
  }

  /** A PKCS 12 store that {@link #PASSWORD} opens. */
  public Path file() {
    return file;
  }

  /** The certificate alone, as PEM. */
  public Path pem() throws IOException, GeneralSecurityException {
    return pem("cert.pem", "CERTIFICATE", store.getCertificate(ALIAS).getEncoded());
  }

  /** Its key as PEM, without a password. */
  public Path keyPem() throws IOException, GeneralSecurityException {
    byte[] key = store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded();
    return pem("key.pem", "PRIVATE KEY", key);
  }

  private Path pem(String name, String kind, byte[] content) throws IOException {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return Files.writeString(
        file.resolveSibling(name),
        "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, lines, kind));
  }

  /** The certificate and its key. */
  public KeyStore store() {
    return store;
  }

  /** Shows this certificate, and trusts it alone. */
  public SSLContext context() throws GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
