package ca.edsquebec.trackingbms.testkit;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Starts the build's one MariaDB inside Maven's own JVM, where it lives until Maven ends; the first
 * module that needs it does so, the others find it. Does nothing when a server is named by {@code
 * tbms.test.db.url}.
 */
public final class BuildDatabase {

  private BuildDatabase() {}

  /**
   * @param args the build's root folder, then the server named for the tests or an empty text
   */
  public static void main(String[] args) throws IOException {
    Path target = Path.of(args[0], "target");
    boolean serverNamed = args.length > 1 && args[1] != null && !args[1].isBlank();
    if (serverNamed || isRunning(target)) {
      return;
    }
    // Its thread would keep Maven waiting.
    System.setProperty("com.mysql.cj.disableAbandonedConnectionCleanup", "true");
    EmbeddedMariaDb database =
        EmbeddedMariaDb.start(target.resolve("mariadb"), target.resolve("mariadb-data"));
    Properties properties = new Properties();
    properties.setProperty("url", database.access().server());
    properties.setProperty("user", database.access().user());
    properties.setProperty("password", database.access().password());
    properties.setProperty("pid", Long.toString(database.pid()));
    properties.setProperty("maven", Long.toString(ProcessHandle.current().pid()));
    try (Writer out = Files.newBufferedWriter(file(target))) {
      properties.store(out, "MariaDB of the running build");
    }
  }

  static Path file(Path target) {
    return target.resolve("test-db.properties");
  }

  static Properties read(Path target) throws IOException {
    Properties properties = new Properties();
    if (Files.exists(file(target))) {
      try (var in = Files.newBufferedReader(file(target))) {
        properties.load(in);
      }
    }
    return properties;
  }

  static boolean isAlive(Properties properties) {
    return ProcessHandle.of(Long.parseLong(properties.getProperty("pid", "-1")))
        .map(ProcessHandle::isAlive)
        .orElse(false);
  }

  private static boolean isRunning(Path target) throws IOException {
    Properties properties = read(target);
    boolean ours =
        Long.toString(ProcessHandle.current().pid()).equals(properties.getProperty("maven"));
    return ours && isAlive(properties);
  }
}
