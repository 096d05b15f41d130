package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.telemetry.chunk.Block;
import ca.edsquebec.trackingbms.telemetry.chunk.NumberColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects some metrics out of blocks that follow each other in time. */
final class SeriesCollector {

  /** One metric's values of a block; NaN stands where nothing is put. */
  @FunctionalInterface
  private interface Filling {
    void fill(Block block, double[] into, int at);
  }

  private final List<Metric> metrics;
  private final List<Filling> fillings = new ArrayList<>();
  private final double[][] values;
  private long[] times = new long[1024];
  private int size;

  /**
   * @param names must know the names of the metrics, as far as they were ever stored
   */
  SeriesCollector(List<Metric> wanted, MetricNames.Dictionary names) {
    metrics = wanted.stream().distinct().toList();
    metrics.forEach(metric -> fillings.add(filling(metric, names)));
    values = new double[metrics.size()][times.length];
  }

  private static Filling filling(Metric metric, MetricNames.Dictionary names) {
    Optional<ScalarColumn> column = ScalarColumn.of(metric);
    if (column.isPresent()) {
      return (block, into, at) -> scalar(block, column.get(), into, at);
    }
    Integer id = names.id(metric.jsonName());
    return (block, into, at) -> {
      if (metric == Metric.CELL_VOLTAGE_DELTA) {
        delta(block, into, at);
      }
      if (id != null) {
        named(block, SampleColumns.thousandths(id), into, at);
        named(block, SampleColumns.doubleBits(id), into, at);
      }
    };
  }

  private static void scalar(Block block, ScalarColumn column, double[] into, int at) {
    NumberColumn stored = block.number(column.ordinal()).orElse(null);
    if (stored == null) {
      return;
    }
    double steps = column.steps();
    long[] numbers = stored.values();
    for (int i = 0; i < numbers.length; i++) {
      if (stored.has(i)) {
        into[at + i] = numbers[i] / steps;
      }
    }
  }

  private static void named(Block block, int key, double[] into, int at) {
    NumberColumn stored = block.number(key).orElse(null);
    if (stored != null) {
      for (int i = 0; i < block.size(); i++) {
        if (stored.has(i)) {
          into[at + i] = SampleObservations.named(key, stored.values()[i]);
        }
      }
    }
  }

  private static void delta(Block block, double[] into, int at) {
    NumberColumn flags = block.number(SampleColumns.FLAGS).orElse(null);
    NumberColumn min = block.number(ScalarColumn.CELL_MIN.ordinal()).orElse(null);
    NumberColumn max = block.number(ScalarColumn.CELL_MAX.ordinal()).orElse(null);
    if (flags == null || min == null || max == null) {
      return;
    }
    for (int i = 0; i < block.size(); i++) {
      if ((flags.values()[i] & StoredSample.DELTA_OF_EXTREMES) != 0) {
        into[at + i] = StoredSample.delta((int) min.values()[i], (int) max.values()[i]);
      }
    }
  }

  void add(Block block) {
    int end = size + block.size();
    if (end > times.length) {
      int room = Math.max(end, 2 * times.length);
      times = Arrays.copyOf(times, room);
      Arrays.setAll(values, i -> Arrays.copyOf(values[i], room));
    }
    System.arraycopy(block.times(), 0, times, size, block.size());
    for (int i = 0; i < values.length; i++) {
      Arrays.fill(values[i], size, end, Double.NaN);
      fillings.get(i).fill(block, values[i], size);
    }
    size = end;
  }

  int size() {
    return size;
  }

  /** Numbers held, times among them. */
  long numbers() {
    return (long) size * (values.length + 1);
  }

  /** What was collected, so many samples at most. */
  Series toSeries(int maxRows) {
    int rows = Math.min(size, maxRows);
    Map<Metric, double[]> columns = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      columns.put(metrics.get(i), Arrays.copyOf(values[i], rows));
    }
    return new Series(Arrays.copyOf(times, rows), columns);
  }

  /** What was collected; begins anew. */
  Series take() {
    Series taken = toSeries(size);
    size = 0;
    return taken;
  }
}
