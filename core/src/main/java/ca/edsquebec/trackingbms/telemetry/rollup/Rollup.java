package ca.edsquebec.trackingbms.telemetry.rollup;

import ca.edsquebec.trackingbms.measure.TimeRange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is kept of a bucket: an hour, a part of one, a day, a month. All but the stats are whole
 * numbers, so that buckets add up exactly. A bucket without a sample has no rollup.
 *
 * @param samples 1 at least
 * @param lastTs of the last sample, epoch milliseconds
 * @param observedMillis time that the samples stand for; more than the bucket is long when it
 *     begins within a pause that still counts
 * @param chargeIn mA·ms; {@link #UNKNOWN} when nothing could be integrated, as {@code chargeOut}
 * @param chargeOut mA·ms, not negative
 * @param energyIn 0.1 W·ms; {@link #UNKNOWN} when nothing could be integrated, as {@code energyOut}
 * @param energyOut 0.1 W·ms, not negative
 * @param alarms a bit for each alarm that was raised at any time, as in {@link Observations};
 *     {@link Observations#NOT_REPORTED} when no sample reported any state of alarms
 * @param stats by key of the series; without those that had no value
 */
public record Rollup(
    int samples,
    long lastTs,
    long observedMillis,
    long chargeIn,
    long chargeOut,
    long energyIn,
    long energyOut,
    long alarms,
    Map<Integer, Stat> stats) {

  public static final long UNKNOWN = -1;

  private static final double AMPERE_HOUR = 3_600_000_000.0;
  private static final double WATT_HOUR = 36_000_000.0;

  /**
   * @throws IllegalArgumentException without a sample, or when one of a pair is known alone
   */
  public Rollup {
    if (samples < 1) {
      throw new IllegalArgumentException("rollup of " + samples + " samples");
    }
    requirePair("charge", chargeIn, chargeOut);
    requirePair("energy", energyIn, energyOut);
    stats = Map.copyOf(stats);
  }

  /** Charged, in Ah; NaN when unknown. */
  public double chargeInAh() {
    return inUnit(chargeIn, AMPERE_HOUR);
  }

  /** Discharged, in Ah, not negative; NaN when unknown. */
  public double chargeOutAh() {
    return inUnit(chargeOut, AMPERE_HOUR);
  }

  /** Charged, in Wh; NaN when unknown. */
  public double energyInWh() {
    return inUnit(energyIn, WATT_HOUR);
  }

  /** Discharged, in Wh, not negative; NaN when unknown. */
  public double energyOutWh() {
    return inUnit(energyOut, WATT_HOUR);
  }

  /** How much of the bucket was observed, 0 to 1; 0 for a bucket of no length. */
  public double coverage(TimeRange bucket) {
    long length = bucket.length().toMillis();
    return length == 0 ? 0 : Math.min(1, observedMillis / (double) length);
  }

  /**
   * The rollup of all these together. However a span is cut, its pieces give the same; of sums of
   * fractions, {@link Stat} says how exactly.
   *
   * @param inOrderOfTime one at least
   * @throws IllegalArgumentException when there is none
   */
  public static Rollup merge(List<Rollup> inOrderOfTime) {
    return inOrderOfTime.stream()
        .reduce(Rollup::plus)
        .orElseThrow(() -> new IllegalArgumentException("no rollup to merge"));
  }

  private Rollup plus(Rollup later) {
    Map<Integer, Stat> both = new HashMap<>(stats);
    later.stats.forEach((key, stat) -> both.merge(key, stat, Stat::merge));
    return new Rollup(
        Math.addExact(samples, later.samples),
        Math.max(lastTs, later.lastTs),
        Math.addExact(observedMillis, later.observedMillis),
        sum(chargeIn, later.chargeIn),
        sum(chargeOut, later.chargeOut),
        sum(energyIn, later.energyIn),
        sum(energyOut, later.energyOut),
        union(alarms, later.alarms),
        both);
  }

  private static long sum(long one, long other) {
    if (one == UNKNOWN) {
      return other;
    }
    return other == UNKNOWN ? one : Math.addExact(one, other);
  }

  /** All alarms of both; a state that is not reported adds none. */
  static long union(long one, long other) {
    if (one == Observations.NOT_REPORTED) {
      return other;
    }
    return other == Observations.NOT_REPORTED ? one : one | other;
  }

  private static double inUnit(long value, double unit) {
    return value == UNKNOWN ? Double.NaN : value / unit;
  }

  private static void requirePair(String what, long in, long out) {
    boolean unknown = in == UNKNOWN && out == UNKNOWN;
    if (!unknown && (in < 0 || out < 0)) {
      throw new IllegalArgumentException("%s of %d in and %d out".formatted(what, in, out));
    }
  }
}
