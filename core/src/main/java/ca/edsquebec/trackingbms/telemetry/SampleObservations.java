package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.telemetry.chunk.Block;
import ca.edsquebec.trackingbms.telemetry.chunk.NumberColumn;
import ca.edsquebec.trackingbms.telemetry.chunk.TextColumn;
import ca.edsquebec.trackingbms.telemetry.rollup.Accumulator;
import ca.edsquebec.trackingbms.telemetry.rollup.Observations;
import ca.edsquebec.trackingbms.telemetry.rollup.Stat;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which series of a block are rolled up, under which key and in which unit: a metric with a column
 * in the steps of that column, which add up exactly; what is in {@code more} in its own unit.
 */
final class SampleObservations {

  /** The delta of cells where it is that of the extremes, in mV; stored: does not change. */
  private static final int DELTA = 29;

  private static final double DELTA_STEPS = 1000;
  private static final int SCALARS = ScalarColumn.values().length;
  private static final int FIRST_NAMED = SampleColumns.thousandths(0);

  private SampleObservations() {}

  static Accumulator accumulator(Duration storagePeriod) {
    return new Accumulator(
        ScalarColumn.CURRENT.ordinal(), ScalarColumn.POWER.ordinal(), storagePeriod);
  }

  static Observations of(Block block) {
    Map<Integer, double[]> series = new HashMap<>();
    for (NumberColumn column : block.numbers()) {
      if (column.key() < SCALARS) {
        copy(column, series, column.key(), (key, stored) -> stored);
      } else if (column.key() >= FIRST_NAMED) {
        int id = (column.key() - FIRST_NAMED) / 2;
        copy(column, series, named(id), SampleObservations::named);
      }
    }
    delta(block).ifPresent(values -> series.put(DELTA, values));
    return new Observations(block.times(), series, alarms(block));
  }

  @FunctionalInterface
  private interface Reading {
    double value(int key, long stored);
  }

  /** A number inside {@code more}, by the key of its column. */
  static double named(int key, long stored) {
    return key == SampleColumns.thousandths((key - FIRST_NAMED) / 2)
        ? stored / 1000.0
        : Double.longBitsToDouble(stored);
  }

  // A name may have two columns, which complement each other.
  private static void copy(
      NumberColumn column, Map<Integer, double[]> series, int key, Reading reading) {
    double[] into = series.computeIfAbsent(key, k -> absent(column.values().length));
    for (int i = 0; i < into.length; i++) {
      if (column.has(i)) {
        into[i] = reading.value(column.key(), column.values()[i]);
      }
    }
  }

  private static double[] absent(int size) {
    double[] values = new double[size];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  private static Optional<double[]> delta(Block block) {
    Optional<NumberColumn> flags = block.number(SampleColumns.FLAGS);
    Optional<NumberColumn> min = block.number(ScalarColumn.CELL_MIN.ordinal());
    Optional<NumberColumn> max = block.number(ScalarColumn.CELL_MAX.ordinal());
    if (flags.isEmpty() || min.isEmpty() || max.isEmpty()) {
      return Optional.empty();
    }
    double[] delta = absent(block.size());
    for (int i = 0; i < delta.length; i++) {
      if ((flags.get().values()[i] & StoredSample.DELTA_OF_EXTREMES) != 0) {
        delta[i] = max.get().values()[i] - min.get().values()[i];
      }
    }
    return Optional.of(delta);
  }

  private static long[] alarms(Block block) {
    long[] alarms = new long[block.size()];
    Arrays.fill(alarms, Observations.NOT_REPORTED);
    block.text(SampleColumns.REST).map(TextColumn::rows).ifPresent(rows -> read(rows, alarms));
    return alarms;
  }

  /** They seldom change: an array seen before needs no reading. */
  private static void read(byte[][] rows, long[] into) {
    byte[] last = null;
    long bits = Observations.NOT_REPORTED;
    for (int i = 0; i < into.length; i++) {
      if (rows[i] != null) {
        bits = rows[i] == last ? bits : MoreParts.alarmBits(rows[i]);
        last = rows[i];
        into[i] = bits;
      }
    }
  }

  private static int named(int id) {
    return FIRST_NAMED + id;
  }

  /**
   * What a rollup knows of a metric, in the metric's unit.
   *
   * @param names must know the metric's name if it was ever stored
   */
  static Optional<Stat> stat(
      Map<Integer, Stat> stats, Metric metric, MetricNames.Dictionary names) {
    Optional<ScalarColumn> column = ScalarColumn.of(metric);
    if (column.isPresent()) {
      return Optional.ofNullable(stats.get(column.get().ordinal()))
          .map(stat -> scaled(stat, column.get().steps()));
    }
    Integer id = names.id(metric.jsonName());
    Optional<Stat> own = Optional.ofNullable(id == null ? null : stats.get(named(id)));
    if (metric != Metric.CELL_VOLTAGE_DELTA || !stats.containsKey(DELTA)) {
      return own;
    }
    Stat derived = scaled(stats.get(DELTA), DELTA_STEPS);
    return Optional.of(own.map(other -> Stat.merge(derived, other)).orElse(derived));
  }

  private static Stat scaled(Stat stat, double steps) {
    return new Stat(
        stat.count(),
        stat.sum() / steps,
        stat.min() / steps,
        stat.max() / steps,
        stat.last() / steps,
        stat.lastTs());
  }
}
