package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.web.bench.Goal.Required;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several ways to do the same, turn by turn, so that a busy moment of the machine meets all of
 * them; the first rounds, in which a JVM is still compiling, do not count.
 */
final class Comparison {

  private static final int WARM_UP = 2;

  private final Bench bench;
  private final String mode;
  private final String unit;
  private final Map<String, Way> ways = new LinkedHashMap<>();
  private final Map<String, List<Measured>> counted = new LinkedHashMap<>();

  /**
   * @param unit of what the ways count, a second
   */
  Comparison(Bench bench, Mode mode, String unit) {
    this.bench = bench;
    this.mode = mode.name();
    this.unit = unit;
  }

  /** Adds one of the ways; they take turns in this order. */
  Comparison way(String name, Way way) {
    ways.put(name, way);
    counted.put(name, new ArrayList<>());
    return this;
  }

  /** Does all of it. */
  Comparison run() throws Exception {
    for (int round = -WARM_UP; round < bench.rounds(); round++) {
      for (Map.Entry<String, Way> way : ways.entrySet()) {
        Way.Round ready = way.getValue().prepare();
        Measured measured = bench.processes().measure(ready, bench.database());
        ready.check();
        note(way.getKey(), round, measured);
      }
    }
    return this;
  }

  private void note(String way, int round, Measured measured) throws IOException {
    if (round >= 0) {
      counted.get(way).add(measured);
    }
    bench.ledger().round(mode, way, round, measured);
  }

  /** Judges one way by another: how much is done in a second, and in a second of CPU. */
  Comparison judge(String what, String ours, String baseline, Optional<Required> required)
      throws IOException {
    bench
        .ledger()
        .goal(Goal.ratio(mode, what, unit + "/s", perSecond(ours), perSecond(baseline), required));
    bench
        .ledger()
        .goal(
            Goal.ratio(
                mode,
                what + ", by CPU",
                unit + "/CPU-s",
                perCpuSecond(ours),
                perCpuSecond(baseline),
                Optional.empty()));
    return this;
  }

  /** What a way does in a second, by round. */
  List<Double> perSecond(String way) {
    return counted.get(way).stream().map(Measured::perSecond).toList();
  }

  private List<Double> perCpuSecond(String way) {
    return counted.get(way).stream().map(Measured::perCpuSecond).toList();
  }
}
