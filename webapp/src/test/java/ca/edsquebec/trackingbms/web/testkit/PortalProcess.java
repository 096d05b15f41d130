package ca.edsquebec.trackingbms.web.testkit;

import ca.edsquebec.trackingbms.testkit.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The WAR of this build in a JVM of its own, small as on a shared host. */
public final class PortalProcess implements AutoCloseable {

  private static final String UP = "UP ";

  private final Process process;
  private final URI url;
  private final Duration startTime;

  private PortalProcess(Process process, URI url, Duration startTime) {
    this.process = process;
    this.url = url;
    this.startTime = startTime;
  }

  /**
   * Returns when it answers.
   *
   * @throws IllegalStateException when it does not start, with what it printed
   */
  public static PortalProcess start(Path home, Map<String, String> settings) throws IOException {
    PortalServer.writeSettings(home, settings);
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-Dlogback.configurationFile=logback.xml",
            "-cp",
            System.getProperty("java.class.path"),
            PortalMain.class.getName(),
            TestDatabase.projectRoot().resolve("webapp/target/trackingbms").toString(),
            "0",
            home.toString());
    builder.redirectError(home.resolve("stderr.log").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("TBMS_"));
    Instant begun = Instant.now();
    Process process = builder.start();
    StringBuilder printed = new StringBuilder();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(UP)) {
        drain(out, home.resolve("stdout.log"));
        URI url = URI.create(line.substring(UP.length()));
        return new PortalProcess(process, url, Duration.between(begun, Instant.now()));
      }
      printed.append(line).append('\n');
    }
    process.destroyForcibly();
    throw new IllegalStateException("the portal did not start:\n" + printed);
  }

  // Else it would wait for us when the pipe is full.
  private static void drain(BufferedReader out, Path log) throws IOException {
    PrintWriter kept = new PrintWriter(Files.newBufferedWriter(log), true);
    Thread reader = new Thread(() -> out.lines().forEach(kept::println), "portal-output");
    reader.setDaemon(true);
    reader.start();
  }

  public URI url() {
    return url;
  }

  public long pid() {
    return process.pid();
  }

  /** From the start of the JVM until it was up. */
  public Duration startTime() {
    return startTime;
  }

  /** Memory in use, as the kernel counts it. */
  public String residentMemory() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
        .map(line -> line.replaceAll("\\s+", " "))
        .reduce("", (a, b) -> a + b + "  ");
  }

  /** As {@code kill -9}. */
  public void kill() {
    process.destroyForcibly();
    await();
  }

  @Override
  public void close() {
    process.destroy();
    await();
  }

  private void await() {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
