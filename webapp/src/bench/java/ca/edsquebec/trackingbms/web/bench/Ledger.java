package ca.edsquebec.trackingbms.web.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What was measured: each round and each goal as a line of JSON, and a table for people. */
final class Ledger implements AutoCloseable {

  private static final String ROW = "%-58s %12s %12s  %7s %-15s %8s  %s%n";

  private static final PrintStream OUT = System.out;

  private final JsonMapper json = new JsonMapper();
  private final Writer lines;
  private final List<Goal> goals = new ArrayList<>();

  Ledger(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    lines = Files.newBufferedWriter(file);
  }

  /**
   * @param round below 0 when it does not count
   */
  void round(String mode, String way, int round, Measured measured) throws IOException {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("mode", mode);
    line.put("way", way);
    line.put("round", round);
    line.put("counts", round >= 0);
    line.put("items", measured.items());
    line.put("seconds", measured.seconds());
    line.put("perSecond", measured.perSecond());
    line.put("cpuSeconds", measured.cpuSeconds());
    line.put("perCpuSecond", measured.perCpuSecond());
    line.put("database", measured.statements());
    write(line);
    OUT.printf(
        Locale.ROOT,
        "  %-12s %-34s %2d %,11.0f/s %6.2f s; CPU %s%n",
        mode,
        way,
        round,
        measured.perSecond(),
        measured.seconds(),
        cpu(measured));
  }

  private static String cpu(Measured measured) {
    return measured.cpuSeconds().entrySet().stream()
        .map(e -> String.format(Locale.ROOT, "%s %.2f", e.getKey(), e.getValue()))
        .collect(Collectors.joining(", "));
  }

  void goal(Goal goal) throws IOException {
    goals.add(goal);
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("goal", goal.what());
    line.put("mode", goal.mode());
    line.put("unit", goal.unit());
    line.put("ours", goal.ours());
    if (!Double.isNaN(goal.baseline())) {
      line.put("baseline", goal.baseline());
    }
    line.put("judged", goal.judged());
    goal.required()
        .ifPresent(
            required -> {
              line.put(required.isFloor() ? "atLeast" : "atMost", required.limit());
              line.put("met", !goal.isMissed());
            });
    write(line);
  }

  private void write(Map<String, Object> line) throws IOException {
    lines.write(json.writeValueAsString(line));
    lines.write('\n');
    lines.flush();
  }

  /** Whether one of the goals was missed. */
  boolean isOneMissed() {
    return goals.stream().anyMatch(Goal::isMissed);
  }

  /** All goals, one a line. */
  void printTable() {
    OUT.println();
    OUT.printf(ROW, "goal", "ours", "baseline", "ratio", "(min..max)", "required", "");
    for (Goal goal : goals) {
      boolean compared = !Double.isNaN(goal.baseline());
      OUT.printf(
          ROW,
          "%s: %s, %s".formatted(goal.mode(), goal.what(), goal.unit()),
          number(goal.ours()),
          compared ? number(goal.baseline()) : "",
          compared ? number(goal.judged().median()) : "",
          "(%s..%s)".formatted(number(goal.judged().min()), number(goal.judged().max())),
          goal.required()
              .map(required -> (required.isFloor() ? "≥ " : "≤ ") + number(required.limit()))
              .orElse(""),
          goal.required().isEmpty() ? "" : goal.isMissed() ? "MISSED" : "met");
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.2f" : "%,.0f", value);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
