package ca.edsquebec.trackingbms.web.page;

import ca.edsquebec.trackingbms.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The sources of the web application, for the tests that hold their rules. */
final class Sources {

  private static final Path WEBAPP = TestDatabase.projectRoot().resolve("webapp");

  private Sources() {}

  /** All JSPs and tag files, those of tests too, by their path. */
  static List<Markup> pages() {
    return files("src", path -> path.matches(".*\\.(jsp|jspf|tag|tagf)")).entrySet().stream()
        .map(file -> new Markup(file.getKey(), file.getValue()))
        .toList();
  }

  /** Our own scripts, by their path. */
  static Map<String, String> scripts() {
    return files("src/main/webapp", path -> path.endsWith(".js"));
  }

  /** Our own style sheets, by their path. */
  static Map<String, String> styles() {
    return files("src/main/webapp", path -> path.endsWith(".css"));
  }

  /** The Java of the web application, by its path. */
  static Map<String, String> java() {
    return files("src/main/java", path -> path.endsWith(".java"));
  }

  static String read(String path) {
    try {
      return Files.readString(WEBAPP.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> files(String folder, Predicate<String> wanted) {
    try (Stream<Path> all = Files.walk(WEBAPP.resolve(folder))) {
      Map<String, String> files = new TreeMap<>();
      all.map(path -> WEBAPP.relativize(path).toString().replace('\\', '/'))
          .filter(wanted)
          .forEach(path -> files.put(path, read(path)));
      if (files.isEmpty()) {
        throw new IllegalStateException("nothing found in " + folder);
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
