package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.telemetry.rollup.LocalDays;
import java.time.YearMonth;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** What hours, days and months of some samples are, counted sample by sample as is written down. */
final class BruteForce {

  /** A bucket; numbers as text of nine digits: sums of fractions differ in their last bits. */
  record Counted(TimeRange range, String means, String integrals) {}

  private final NavigableMap<Long, Sample> samples = new TreeMap<>();
  private final long period;

  BruteForce(long periodMillis) {
    this.period = periodMillis;
  }

  /** Of two of one time the first counts. */
  void add(Sample sample) {
    samples.putIfAbsent(sample.ts(), sample);
  }

  Collection<Long> times() {
    return samples.keySet();
  }

  List<Counted> all(Level level, LocalDays days) {
    Map<Long, TimeRange> buckets = new TreeMap<>();
    for (long ts : samples.keySet()) {
      TimeRange bucket = bucket(level, days, ts);
      buckets.put(bucket.fromMillis(), bucket);
    }
    return buckets.values().stream().map(this::count).toList();
  }

  private static TimeRange bucket(Level level, LocalDays days, long ts) {
    return switch (level) {
      case HOUR -> new TimeRange(Hours.startOf(ts), Hours.startOf(ts) + Hours.MILLIS);
      case DAY -> days.day(days.dayOf(ts));
      case MONTH -> days.month(YearMonth.from(days.dayOf(ts)));
      case RAW -> throw new IllegalArgumentException("samples are no buckets");
    };
  }

  private Counted count(TimeRange bucket) {
    SortedMap<Long, Sample> within = samples.subMap(bucket.fromMillis(), bucket.toMillis());
    DoubleSummaryStatistics soc = new DoubleSummaryStatistics();
    double last = Double.NaN;
    long observed = 0;
    for (Sample sample : within.values()) {
      if (sample.has(Metric.SOC)) {
        last = sample.value(Metric.SOC);
        soc.accept(last);
      }
      Long before = samples.lowerKey(sample.ts());
      boolean connected = before != null && sample.ts() - before <= 3 * period;
      observed += connected ? sample.ts() - before : period;
    }
    boolean none = soc.getCount() == 0;
    return counted(
        bucket,
        new double[] {
          none ? Double.NaN : soc.getAverage(),
          none ? Double.NaN : soc.getMin(),
          none ? Double.NaN : soc.getMax(),
          last
        },
        Math.min(1, observed / (double) bucket.length().toMillis()),
        integral(bucket, Metric.CURRENT, 1000),
        integral(bucket, Metric.POWER, 10));
  }

  static Counted counted(
      TimeRange range, double[] means, double coverage, double[] charge, double[] energy) {
    return new Counted(
        range,
        text(means),
        text(new double[] {coverage, charge[0], charge[1], energy[0], energy[1]}));
  }

  private static String text(double[] numbers) {
    StringBuilder text = new StringBuilder();
    for (double number : numbers) {
      text.append("%.9g ".formatted(number + 0.0));
    }
    return text.toString();
  }

  /** What is positive and what is negative, in the unit times hours; of what ends in the bucket. */
  private double[] integral(TimeRange bucket, Metric metric, int steps) {
    double in = 0;
    double out = 0;
    boolean known = false;
    Sample before = null;
    for (Sample sample : samples.values()) {
      if (!sample.has(metric)) {
        continue;
      }
      boolean connected = before != null && sample.ts() - before.ts() <= 3 * period;
      if (connected && bucket.contains(sample.ts())) {
        known = true;
        double a = Math.rint(before.value(metric) * steps);
        double b = Math.rint(sample.value(metric) * steps);
        double millis = sample.ts() - before.ts();
        in += Math.round(positive(a, b, millis));
        out += Math.round(positive(-a, -b, millis));
      }
      before = sample;
    }
    double unit = steps * (double) Hours.MILLIS;
    return known ? new double[] {in / unit, out / unit} : new double[] {Double.NaN, Double.NaN};
  }

  /** The area above zero of a line from one value to another. */
  private static double positive(double a, double b, double millis) {
    double high = Math.max(a, b);
    double low = Math.min(a, b);
    if (high <= 0) {
      return 0;
    }
    return low >= 0 ? (a + b) * millis / 2 : high * high * millis / (high - low) / 2;
  }
}
