package ca.edsquebec.trackingbms.web.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program of somebody else. */
final class ClientRun {

  private static final long PATIENCE_SECONDS = 120;

  private ClientRun() {}

  /** Skips the test where that command does not succeed; fails it on the build machine. */
  static void require(String... command) throws InterruptedException {
    boolean there;
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      process.getInputStream().readAllBytes();
      there = process.waitFor() == 0;
    } catch (IOException notThere) {
      there = false;
    }
    demand(there, String.join(" ", command));
  }

  /** Likewise where there is no such folder. */
  static void requireFolder(Path folder) {
    demand(Files.isDirectory(folder), folder.toString());
  }

  private static void demand(boolean there, String what) {
    if ("true".equals(System.getenv("CI"))) {
      assertThat(there).as("%s is there; .ci/run installs it", what).isTrue();
    }
    assumeTrue(there, what + " is not there; .ci/run installs it");
  }

  /** What it printed; it must have succeeded. */
  static String output(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(said).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}
