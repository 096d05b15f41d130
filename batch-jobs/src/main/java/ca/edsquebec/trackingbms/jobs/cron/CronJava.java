package ca.edsquebec.trackingbms.jobs.cron;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which Java cron's programs find: its {@code PATH} is short, whatever a login's is. */
final class CronJava {

  static final List<Path> FOLDERS = List.of(Path.of("/usr/bin"), Path.of("/bin"));

  private CronJava() {}

  /**
   * What a crontab must say as {@code JAVA_HOME}.
   *
   * @param folders those of cron's {@code PATH}
   * @param home of the Java that runs now
   * @return empty when cron finds that one by itself
   */
  static Optional<String> needed(List<Path> folders, Path home) throws IOException {
    Optional<Path> found =
        folders.stream()
            .map(folder -> folder.resolve("java"))
            .filter(Files::isExecutable)
            .findFirst();
    boolean isThis =
        found.isPresent() && found.get().toRealPath().equals(home.resolve("bin/java").toRealPath());
    return isThis ? Optional.empty() : Optional.of(home.toString());
  }
}
