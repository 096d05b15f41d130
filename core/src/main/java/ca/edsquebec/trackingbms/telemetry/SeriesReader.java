package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Metric;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects some metrics row by row, from the columns that they need and no others. */
final class SeriesReader implements HistoryPages.RowReader {

  /** One metric's value in the current row; NaN when absent. */
  @FunctionalInterface
  private interface Cell {
    double value(ResultSet row) throws SQLException;
  }

  private final Map<String, Integer> positions = new LinkedHashMap<>();
  private final List<Metric> metrics;
  private final List<Cell> cells = new ArrayList<>();
  private final double[][] values;
  private long[] times = new long[256];
  private int size;

  SeriesReader(List<Metric> wanted, MetricNames.Dictionary names) {
    metrics = wanted.stream().distinct().toList();
    metrics.forEach(metric -> cells.add(cell(metric, names)));
    values = new double[metrics.size()][times.length];
  }

  private Cell cell(Metric metric, MetricNames.Dictionary names) {
    Optional<ScalarColumn> column = ScalarColumn.of(metric);
    if (column.isPresent()) {
      int position = position(column.get().column());
      return row -> column.get().decode(StoredSample.number(row, position));
    }
    Integer id = names.id(metric.jsonName());
    int more = position("more");
    Cell number = row -> id == null ? Double.NaN : More.number(row.getBytes(more), id);
    return metric == Metric.CELL_VOLTAGE_DELTA ? delta(number) : number;
  }

  private Cell delta(Cell otherwise) {
    int flags = position("flags");
    int min = position(ScalarColumn.CELL_MIN.column());
    int max = position(ScalarColumn.CELL_MAX.column());
    return row ->
        (row.getInt(flags) & StoredSample.DELTA_OF_EXTREMES) != 0
            ? StoredSample.delta(row.getInt(min), row.getInt(max))
            : otherwise.value(row);
  }

  // The time stands first.
  private int position(String column) {
    return positions.computeIfAbsent(column, name -> positions.size() + 2);
  }

  /** What to select after the time, with its comma. */
  String columns() {
    return positions.isEmpty() ? "" : ", " + String.join(", ", positions.keySet());
  }

  @Override
  public void read(ResultSet row) throws SQLException {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      Arrays.setAll(values, i -> Arrays.copyOf(values[i], 2 * size));
    }
    times[size] = row.getLong(1);
    for (int i = 0; i < values.length; i++) {
      values[i][size] = cells.get(i).value(row);
    }
    size++;
  }

  Series toSeries() {
    Map<Metric, double[]> columns = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      columns.put(metrics.get(i), Arrays.copyOf(values[i], size));
    }
    return new Series(Arrays.copyOf(times, size), columns);
  }
}
