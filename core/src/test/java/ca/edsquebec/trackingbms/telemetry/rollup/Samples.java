package ca.edsquebec.trackingbms.telemetry.rollup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Observations written down line by line: time, current, power, state of charge, alarms. */
final class Samples {

  static final int CURRENT = 2;
  static final int POWER = 3;
  static final int SOC = 4;

  static final Duration PERIOD = Duration.ofSeconds(5);
  static final double ABSENT = Double.NaN;

  private record Line(long ts, double current, double power, double soc, long alarms) {}

  private final List<Line> lines = new ArrayList<>();

  /** A sample with a current in mA, and nothing else. */
  Samples at(long ts, double current) {
    return at(ts, current, ABSENT);
  }

  /** A sample with a current in mA and a power in 0.1 W. */
  Samples at(long ts, double current, double power) {
    return line(ts, current, power, ABSENT, Observations.NOT_REPORTED);
  }

  /** A sample that reports alarms and nothing else. */
  Samples alarmsAt(long ts, long alarms) {
    return line(ts, ABSENT, ABSENT, ABSENT, alarms);
  }

  Samples line(long ts, double current, double power, double soc, long alarms) {
    lines.add(new Line(ts, current, power, soc, alarms));
    return this;
  }

  Observations observations() {
    return new Observations(
        lines.stream().mapToLong(Line::ts).toArray(),
        Map.of(
            CURRENT, lines.stream().mapToDouble(Line::current).toArray(),
            POWER, lines.stream().mapToDouble(Line::power).toArray(),
            SOC, lines.stream().mapToDouble(Line::soc).toArray()),
        lines.stream().mapToLong(Line::alarms).toArray());
  }

  /** All of them as one bucket with nothing before it. */
  Rollup rollup() {
    return rollupOf(observations());
  }

  static Rollup rollupOf(Observations o) {
    Accumulator accumulator = accumulator();
    accumulator.add(o, 0, o.times().length);
    return accumulator.rollup().orElseThrow();
  }

  static Accumulator accumulator() {
    return new Accumulator(CURRENT, POWER, PERIOD);
  }

  /**
   * Samples 1 ms to 20 s apart, a third of whose values is absent, of both signs, with pauses.
   *
   * @param first not before this time
   */
  static Samples random(Random random, long first, int count) {
    Samples samples = new Samples();
    long ts = first;
    for (int i = 0; i < count; i++) {
      samples.line(
          ts,
          orAbsent(random, random.nextInt(-400_000, 400_000)),
          orAbsent(random, random.nextInt(-5_000_000, 5_000_000)),
          orAbsent(random, random.nextInt(0, 10_000)),
          random.nextInt(3) == 0 ? Observations.NOT_REPORTED : 1L << random.nextInt(38));
      ts += 1 + random.nextInt(random.nextInt(50) == 0 ? 400_000 : 20_000);
    }
    return samples;
  }

  private static double orAbsent(Random random, int value) {
    return random.nextInt(3) == 0 ? ABSENT : value;
  }
}
