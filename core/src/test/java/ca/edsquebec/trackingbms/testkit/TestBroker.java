package ca.edsquebec.trackingbms.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;

/** A real Mosquitto on loopback, in a process of its own, that lets in one name. */
public final class TestBroker implements AutoCloseable {

  public static final String USER = "site";
  public static final String PASSWORD = "geheim-7";

  private final Path folder;
  private final Path config;
  private final int port;
  private Process process;

  private TestBroker(Path folder, String more) throws IOException, InterruptedException {
    this.folder = folder;
    this.port = freePort();
    Path passwords = Files.writeString(folder.resolve("passwords"), USER + ":" + PASSWORD + "\n");
    int exitCode =
        new ProcessBuilder("mosquitto_passwd", "-U", passwords.toString())
            .inheritIO()
            .start()
            .waitFor();
    if (exitCode != 0) {
      throw new IllegalStateException("mosquitto_passwd ended with " + exitCode);
    }
    config =
        Files.writeString(
            folder.resolve("mosquitto.conf"),
            "listener %d 127.0.0.1\nallow_anonymous false\npassword_file %s\nuser root\n%s"
                .formatted(port, passwords, more));
    start();
  }

  /** Returns when it listens. */
  public static TestBroker start(Path folder) throws IOException, InterruptedException {
    return new TestBroker(folder, "");
  }

  /** As above, over TLS with that certificate. */
  public static TestBroker encrypted(Path folder, TestCertificate certificate)
      throws IOException, InterruptedException, GeneralSecurityException {
    return new TestBroker(
        folder, "certfile %s\nkeyfile %s\n".formatted(certificate.pem(), certificate.keyPem()));
  }

  /**
   * As the first, where one may do no more than the rules allow.
   *
   * @param rules lines of an ACL file
   */
  public static TestBroker limited(Path folder, String rules)
      throws IOException, InterruptedException {
    Path acl = Files.writeString(folder.resolve("acl"), rules);
    return new TestBroker(folder, "acl_file " + acl + "\n");
  }

  public int port() {
    return port;
  }

  /** Starts it again at the same port; returns when it listens. */
  public void start() throws IOException, InterruptedException {
    Path log = folder.resolve("broker.log");
    process =
        new ProcessBuilder("/usr/sbin/mosquitto", "-c", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    while (process.isAlive() && !listens()) {
      if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
        break;
      }
    }
    if (!process.isAlive()) {
      throw new IllegalStateException("no broker: " + Files.readString(log));
    }
  }

  /** Ends all connections, and listens no more. */
  public void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return server.getLocalPort();
    }
  }

  @Override
  public void close() throws InterruptedException {
    stop();
  }
}
