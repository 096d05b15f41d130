package ca.edsquebec.trackingbms.web.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The processes whose CPU time is counted, as the kernel tells it in {@code /proc}. */
final class Processes {

  /** USER_HZ, a constant of Linux on all machines that we run on. */
  private static final double TICKS_A_SECOND = 100;

  /** Of {@code /proc/PID/stat}, from the state on, which comes behind the name in parentheses. */
  private static final int USER_TIME = 11;

  private static final int SYSTEM_TIME = 12;

  private final Map<String, Long> pids = new LinkedHashMap<>();

  void add(String name, long pid) {
    pids.put(name, pid);
  }

  void remove(String name) {
    pids.remove(name);
  }

  /** CPU time used until now, by name. */
  Map<String, Double> cpuSeconds() throws IOException {
    Map<String, Double> seconds = new LinkedHashMap<>();
    for (Map.Entry<String, Long> process : pids.entrySet()) {
      String stat = Files.readString(Path.of("/proc/" + process.getValue() + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
      seconds.put(process.getKey(), ticks / TICKS_A_SECOND);
    }
    return seconds;
  }

  /** Runs it against the clock. */
  Measured measure(Way.Round round, BenchDatabase database) throws Exception {
    Map<String, Long> counted = database.counters();
    Map<String, Double> before = cpuSeconds();
    long begun = System.nanoTime();
    long items = round.run();
    double seconds = (System.nanoTime() - begun) / 1e9;
    Map<String, Double> used = cpuSeconds();
    used.replaceAll((name, after) -> after - before.get(name));
    Map<String, Long> counts = database.counters();
    counts.replaceAll((name, after) -> after - counted.get(name));
    return new Measured(items, seconds, used, counts);
  }
}
