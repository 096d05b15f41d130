package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code tbms} as it is delivered, in a copy of its own, run as cron runs it. */
final class PackedProgram {

  /**
   * What one run took.
   *
   * @param seconds by the clock, from the start of the process to its end
   * @param cpuSeconds of that process alone
   * @param megabytes of memory that it had at most, as the kernel counts it (VmHWM)
   */
  record Cost(double seconds, double cpuSeconds, double megabytes) {}

  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
  private static final double KILOBYTES = 1024;

  private final Path home;
  private final Map<String, String> environment;

  private PackedProgram(Path home, Map<String, String> environment) {
    this.home = home;
    this.environment = environment;
  }

  static PackedProgram copy(Path to, Map<String, String> environment) throws IOException {
    Path packed = TestDatabase.projectRoot().resolve("batch-jobs/target/tbms");
    for (String folder : List.of("bin", "lib")) {
      Files.createDirectories(to.resolve(folder));
      try (Stream<Path> files = Files.list(packed.resolve(folder))) {
        for (Path file : files.toList()) {
          Files.copy(
              file,
              to.resolve(folder).resolve(file.getFileName()),
              StandardCopyOption.REPLACE_EXISTING,
              StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    PackedProgram program = new PackedProgram(to, environment);
    program.forgetArchive();
    return program;
  }

  /** Writes its classes into an archive, as after a deployment. */
  void archive() throws IOException {
    run("bin/tbms-archive");
  }

  void forgetArchive() throws IOException {
    Files.deleteIfExists(home.resolve("tbms.jsa"));
  }

  Cost tbms(String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of("bin/tbms"));
    command.addAll(List.of(args));
    return run(command.toArray(String[]::new));
  }

  private Cost run(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.command().set(0, home.resolve(command[0]).toString());
    builder.environment().putAll(environment);
    Path said = Files.createTempFile("tbms", ".txt");
    builder.redirectErrorStream(true).redirectOutput(said.toFile());
    long begun = System.nanoTime();
    Process process = builder.start();
    process.getOutputStream().close();
    Cost cost = watched(process, begun);
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          String.join(" ", command) + " ended with " + process.exitValue() + ": " + text(said));
    }
    Files.delete(said);
    return cost;
  }

  /** The kernel forgets a process with its end: it is asked until then. */
  private static Cost watched(Process process, long begun) {
    double megabytes = 0;
    Duration cpu = Duration.ZERO;
    try {
      while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
        megabytes = Math.max(megabytes, peak(process.pid()));
        cpu = process.info().totalCpuDuration().orElse(cpu);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a job ran", e);
    }
    return new Cost((System.nanoTime() - begun) / 1e9, cpu.toMillis() / 1000.0, megabytes);
  }

  private static double peak(long pid) {
    Path status = Path.of("/proc/" + pid + "/status");
    try {
      Matcher peak = PEAK.matcher(Files.readString(status));
      return peak.find() ? Long.parseLong(peak.group(1)) / KILOBYTES : 0;
    } catch (IOException ended) {
      return 0;
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
