package ca.edsquebec.trackingbms.web.forward;

import ca.edsquebec.trackingbms.testkit.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code tbms forward} as it is delivered, in a process of its own. */
final class ForwarderProcess implements AutoCloseable {

  private final Process process;
  private final Path said;

  private ForwarderProcess(Process process, Path said) {
    this.process = process;
    this.said = said;
  }

  /**
   * @param said where it writes what it says, behind what is there
   */
  static ForwarderProcess start(URI portal, String key, Path spool, Path said, String... options)
      throws IOException {
    return start(portal, Map.of("TBMS_KEY", key), spool, said, options);
  }

  /**
   * As above.
   *
   * @param environment what it finds there of ours
   */
  static ForwarderProcess start(
      URI portal, Map<String, String> environment, Path spool, Path said, String... options)
      throws IOException {
    Path tbms = TestDatabase.projectRoot().resolve("batch-jobs/target/tbms/bin/tbms");
    List<String> command = new ArrayList<>(List.of(tbms.toString(), "forward"));
    command.addAll(List.of("--url", portal.toString(), "--spool", spool.toString()));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("TBMS_"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()));
    return new ForwarderProcess(builder.start(), said);
  }

  /** As {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** As a stop of its service. */
  int stop() throws InterruptedException {
    process.destroy();
    return await();
  }

  /** Its exit code. */
  int await() throws InterruptedException {
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return process.exitValue();
  }

  /** All that it has said, and those before it. */
  String said() throws IOException {
    return Files.readString(said);
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
