package ca.edsquebec.trackingbms.maintenance.offsite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** OpenSSH's own server on a free port of loopback, for the account that runs the test. */
final class Sshd implements AutoCloseable {

  static final Path PROGRAM = Path.of("/usr/sbin/sshd");

  private final Path folder;
  private final int port;
  private final Process process;

  Sshd(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    keygen("host");
    keygen("user");
    Files.copy(folder.resolve("user.pub"), folder.resolve("authorized"));
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path config =
        Files.write(
            folder.resolve("sshd_config"),
            List.of(
                "Port " + port,
                "ListenAddress 127.0.0.1",
                "HostKey " + folder.resolve("host"),
                "AuthorizedKeysFile " + folder.resolve("authorized"),
                "PidFile none",
                "StrictModes no",
                "PasswordAuthentication no",
                "UsePAM no",
                "PermitRootLogin yes",
                "Subsystem sftp internal-sftp"));
    if (System.getProperty("user.name").equals("root")) {
      // It insists on this folder; the package makes it when its service starts.
      Files.createDirectories(Path.of("/run/sshd"));
    }
    process =
        new ProcessBuilder(PROGRAM.toString(), "-D", "-e", "-f", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("sshd.log").toFile())
            .start();
    awaitPort();
  }

  private void awaitPort() throws IOException, InterruptedException {
    for (int i = 0; i < 200 && process.isAlive(); i++) {
      try (Socket open = new Socket(InetAddress.getLoopbackAddress(), port)) {
        if (open.getInputStream().read() > 0) {
          return;
        }
      } catch (IOException notYet) {
        process.waitFor(50, java.util.concurrent.TimeUnit.MILLISECONDS);
      }
    }
    throw new IOException("sshd does not start: " + Files.readString(folder.resolve("sshd.log")));
  }

  private void keygen(String name) throws IOException, InterruptedException {
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.resolve(name).toString());
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + said);
    }
    return said;
  }

  int port() {
    return port;
  }

  Path key() {
    return folder.resolve("user");
  }

  String fingerprint() throws IOException, InterruptedException {
    return run("ssh-keygen", "-l", "-f", folder.resolve("host.pub").toString()).split(" ")[1];
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
