package ca.edsquebec.trackingbms.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The server that integration tests use: the one named by {@code -Dtbms.test.db.url}, else the
 * build's, else one started for this JVM (a test run from an editor).
 */
public final class TestDatabase {

  private static DatabaseAccess access;

  private TestDatabase() {}

  public static synchronized DatabaseAccess access() {
    if (access == null) {
      access = find();
    }
    return access;
  }

  /** The project's root folder. */
  public static Path projectRoot() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("sql/registry"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("tests must run within the project's folder");
    }
    return folder;
  }

  private static DatabaseAccess find() {
    String url = System.getProperty("tbms.test.db.url", "");
    if (!url.isBlank()) {
      return new DatabaseAccess(
          url.replaceFirst("^(jdbc:mysql://[^/?]+).*$", "$1/"),
          System.getProperty("tbms.test.db.user", "root"),
          System.getProperty("tbms.test.db.password", ""));
    }
    Path target = projectRoot().resolve("target");
    try {
      Properties build = BuildDatabase.read(target);
      if (BuildDatabase.isAlive(build)) {
        return new DatabaseAccess(
            build.getProperty("url"), build.getProperty("user"), build.getProperty("password"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return EmbeddedMariaDb.start(target.resolve("mariadb"), target.resolve("mariadb-data"))
        .access();
  }
}
