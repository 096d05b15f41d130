package ca.edsquebec.trackingbms.jobs;

import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.testkit.TestDatabase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What one run of {@code tbms} ended with and said. */
record Run(int exitCode, String out, String err) {

  /** Within this JVM. */
  static Run inside(Map<String, String> environment, String... args) {
    return fed(environment, "", args);
  }

  static Run fed(Map<String, String> environment, String input, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.ISO_8859_1)), out, err);
    int exitCode = new Application(environment, console).run(args);
    return new Run(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The packed program, as a process of its own. */
  static Run packed(Map<String, String> environment, String input, String... args)
      throws IOException, InterruptedException {
    return ended(start(environment, args), input);
  }

  /** Waits for its end. */
  static Run ended(Process process, String input) throws IOException, InterruptedException {
    CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> all(process, true));
    CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> all(process, false));
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException gone) {
      // It ended without reading all: its exit code and words tell why.
      return new Run(process.waitFor(), out.join(), err.join());
    }
    return new Run(process.waitFor(), out.join(), err.join());
  }

  static Process start(Map<String, String> environment, String... args) throws IOException {
    return started(List.of(), environment, args);
  }

  /**
   * Under a limit of the system.
   *
   * @param limit as a shell says it, such as {@code ulimit -f 1024}
   */
  static Process limited(String limit, Map<String, String> environment, String... args)
      throws IOException {
    return started(List.of("sh", "-c", limit + "; exec \"$0\" \"$@\""), environment, args);
  }

  private static Process started(List<String> by, Map<String, String> environment, String... args)
      throws IOException {
    Path launcher = TestDatabase.projectRoot().resolve("batch-jobs/target/tbms/bin/tbms");
    List<String> command = new ArrayList<>(by);
    command.add(launcher.toString());
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("TBMS_"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Each line of the output as JSON. */
  List<JsonNode> json() {
    return out.lines().map(Run::parsed).toList();
  }

  List<String> lines() {
    return out.lines().toList();
  }

  private static JsonNode parsed(String line) {
    try {
      return new JsonMapper().readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + line, e);
    }
  }

  private static String all(Process process, boolean out) {
    try (var stream = out ? process.getInputStream() : process.getErrorStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException killed) {
      return "";
    }
  }
}
