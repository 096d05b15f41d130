package ca.edsquebec.trackingbms.telemetry.rollup;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes the rollup of one bucket. First comes what lay before the bucket ({@link #seed}, {@link
 * #skip}), then, in order of time, what lies in it ({@link #add}), in as many parts as one likes.
 *
 * <p>What is between two samples belongs to the later one's bucket: the trapezoid of current and of
 * power between values at most three storage periods apart, and the time that the later sample
 * stands for, back to the sample before it, or one storage period when that is further away than
 * three. So a sample that comes late changes its own bucket and those that begin within three
 * storage periods of it, no other.
 *
 * <p>For one thread. After an exception it is of no use any more.
 */
public final class Accumulator {

  private static final int PERIODS_APART = 3;

  private final int currentKey;
  private final int powerKey;
  private final ObservedTime observed;
  private final Integrator charge;
  private final Integrator energy;
  private final Map<Integer, Tally> tallies = new HashMap<>();

  private int samples;
  private long alarms = Observations.NOT_REPORTED;

  /** So far apart may two samples be that are integrated together. */
  public static Duration longestGap(Duration storagePeriod) {
    return storagePeriod.multipliedBy(PERIODS_APART);
  }

  /**
   * @param currentKey of a series in mA, whole numbers, positive when charging
   * @param powerKey of a series in 0.1 W, whole numbers, positive when charging
   * @param storagePeriod whole milliseconds, 1 at least
   */
  public Accumulator(int currentKey, int powerKey, Duration storagePeriod) {
    long period = storagePeriod.toMillis();
    if (period < 1) {
      throw new IllegalArgumentException("storage period of " + storagePeriod);
    }
    this.currentKey = currentKey;
    this.powerKey = powerKey;
    this.observed = new ObservedTime(period, longestGap(storagePeriod).toMillis());
    this.charge = new Integrator(longestGap(storagePeriod).toMillis());
    this.energy = new Integrator(longestGap(storagePeriod).toMillis());
  }

  /**
   * Tells what came before the bucket: its last sample, its last known current and power. It must
   * reach back three storage periods, or to any sample with both; where the bucket before is too
   * short for that, tell several, in order of time.
   */
  public void seed(Rollup previous) {
    observed.begin(previous.lastTs());
    begin(charge, previous.stats().get(currentKey));
    begin(energy, previous.stats().get(powerKey));
  }

  /**
   * Tells of samples that came before the bucket, as {@link #seed} does: the earlier part of a
   * block that a day cuts in two. Nothing of them is counted.
   *
   * @param from first index
   * @param to first index after it
   */
  public void skip(Observations o, int from, int to) {
    Objects.checkFromToIndex(from, to, o.times().length);
    if (from < to) {
      observed.begin(o.times()[to - 1]);
    }
    skip(charge, currentKey, o, from, to);
    skip(energy, powerKey, o, from, to);
  }

  /**
   * Counts samples of the bucket. Only the index range is looked at; what precedes it in the same
   * block is unknown here unless it was added or skipped.
   *
   * @param from first index
   * @param to first index after it
   * @throws IllegalArgumentException when a sample is not later than the one before it
   */
  public void add(Observations o, int from, int to) {
    Objects.checkFromToIndex(from, to, o.times().length);
    samples += to - from;
    observed.add(o.times(), from, to);
    for (int i = from; i < to; i++) {
      alarms = Rollup.union(alarms, o.alarms()[i]);
    }
    o.series().forEach((key, values) -> tally(key, o.times(), values, from, to));
  }

  /** Of what was added so far; empty as long as that is no sample. */
  public Optional<Rollup> rollup() {
    if (samples == 0) {
      return Optional.empty();
    }
    Map<Integer, Stat> stats = new HashMap<>();
    tallies.forEach((key, tally) -> tally.stat().ifPresent(stat -> stats.put(key, stat)));
    return Optional.of(
        new Rollup(
            samples,
            observed.lastTs(),
            observed.millis(),
            charge.in(),
            charge.out(),
            energy.in(),
            energy.out(),
            alarms,
            stats));
  }

  private void tally(int key, long[] times, double[] values, int from, int to) {
    tallies.computeIfAbsent(key, k -> new Tally()).add(times, values, from, to);
    if (key == currentKey) {
      charge.add(times, values, from, to);
    }
    if (key == powerKey) {
      energy.add(times, values, from, to);
    }
  }

  private static void begin(Integrator integrator, Stat before) {
    if (before != null) {
      integrator.begin(before.last(), before.lastTs());
    }
  }

  private static void skip(Integrator integrator, int key, Observations o, int from, int to) {
    double[] values = o.series().get(key);
    if (values != null) {
      integrator.skip(o.times(), values, from, to);
    }
  }
}
