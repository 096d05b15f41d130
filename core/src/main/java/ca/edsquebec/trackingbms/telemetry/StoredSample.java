package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.BatteryState;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * A sample as the columns of its row hold it: {@link #of} to {@link #toSample} loses what is finer
 * than a column's step, nothing else. Numbers in {@code more} are exact.
 */
final class StoredSample {

  /** The columns after the battery's id, in the order of {@link #appendTo} and {@link #read}. */
  static final String COLUMNS =
      "ts, flags, "
          + Arrays.stream(ScalarColumn.values())
              .map(ScalarColumn::column)
              .collect(Collectors.joining(", "))
          + ", state, cells, temperatures, more";

  /** The sender's clock was ahead: not for the latest state. */
  static final int SKEWED = 1;

  /** Came as backfill: not for the latest state. */
  static final int BACKFILLED = 4;

  /** The cell voltage delta is there and is the difference of the extremes. */
  static final int DELTA_OF_EXTREMES = 2;

  private static final ScalarColumn[] SCALARS = ScalarColumn.values();
  private static final BatteryState[] STATES = BatteryState.values();
  private static final HexFormat HEX = HexFormat.of();

  private final long ts;
  private final int flags;
  private final int[] scalars;
  private final int state;
  private final byte[] cells;
  private final byte[] temperatures;
  private final byte[] more;

  /** From what the methods of these names give. */
  StoredSample(
      long ts,
      int flags,
      int[] scalars,
      int state,
      byte[] cells,
      byte[] temperatures,
      byte[] more) {
    this.ts = ts;
    this.flags = flags;
    this.scalars = scalars;
    this.state = state;
    this.cells = cells;
    this.temperatures = temperatures;
    this.more = more;
  }

  /**
   * @param marks {@link #SKEWED} and {@link #BACKFILLED}, or 0
   * @param ids by name; null for one that has none, whose value is left out
   */
  static StoredSample of(Sample sample, int marks, Function<String, Integer> ids) {
    int[] scalars = new int[SCALARS.length];
    Arrays.setAll(scalars, i -> SCALARS[i].encode(sample));
    boolean delta = isDeltaOfExtremes(sample, scalars);
    double[] cells = sample.cellVoltages();
    double[] temperatures = sample.temperatures();
    return new StoredSample(
        sample.ts(),
        marks | (delta ? DELTA_OF_EXTREMES : 0),
        scalars,
        sample.state().map(BatteryState::ordinal).orElse(ScalarColumn.ABSENT),
        cells.length == 0 ? null : PackedShorts.pack(cells, PackedShorts.MILLIVOLTS),
        temperatures.length == 0 ? null : PackedShorts.pack(temperatures, PackedShorts.DECIDEGREES),
        More.encode(sample, !delta, ids));
  }

  private static boolean isDeltaOfExtremes(Sample sample, int[] scalars) {
    int min = scalars[ScalarColumn.CELL_MIN.ordinal()];
    int max = scalars[ScalarColumn.CELL_MAX.ordinal()];
    return sample.has(Metric.CELL_VOLTAGE_DELTA)
        && min != ScalarColumn.ABSENT
        && max != ScalarColumn.ABSENT
        && Math.rint(sample.value(Metric.CELL_VOLTAGE_DELTA) * 1000) == max - min;
  }

  /** Volts; only where {@link #DELTA_OF_EXTREMES} is set. */
  static double delta(int min, int max) {
    return (max - min) / 1000.0;
  }

  long ts() {
    return ts;
  }

  int flags() {
    return flags;
  }

  /** {@link ScalarColumn#ABSENT} when it has none. */
  int scalar(ScalarColumn column) {
    return scalars[column.ordinal()];
  }

  /** Position in {@link BatteryState}; {@link ScalarColumn#ABSENT} when it has none. */
  int state() {
    return state;
  }

  /** As {@link PackedShorts} packs them; null when absent; not a copy, so also the next two. */
  byte[] cells() {
    return cells;
  }

  byte[] temperatures() {
    return temperatures;
  }

  /** As {@link More} encodes it. */
  byte[] more() {
    return more;
  }

  /** Writes the values of {@link #COLUMNS} as SQL literals. */
  void appendTo(StringBuilder sql) {
    sql.append(ts).append(',').append(flags);
    for (int scalar : scalars) {
      number(sql.append(','), scalar);
    }
    number(sql.append(','), state);
    hex(sql.append(','), cells);
    hex(sql.append(','), temperatures);
    hex(sql.append(','), more);
  }

  private static void number(StringBuilder sql, int value) {
    if (value == ScalarColumn.ABSENT) {
      sql.append("NULL");
    } else {
      sql.append(value);
    }
  }

  private static void hex(StringBuilder sql, byte[] bytes) {
    if (bytes == null) {
      sql.append("NULL");
      return;
    }
    sql.append("x'").append(HEX.formatHex(bytes)).append('\'');
  }

  /**
   * Reads {@link #COLUMNS} of the current row.
   *
   * @param first position of the first of them, from 1
   */
  static StoredSample read(ResultSet row, int first) throws SQLException {
    int column = first;
    long ts = row.getLong(column++);
    int flags = row.getInt(column++);
    int[] scalars = new int[SCALARS.length];
    for (int i = 0; i < scalars.length; i++) {
      scalars[i] = number(row, column++);
    }
    return new StoredSample(
        ts,
        flags,
        scalars,
        number(row, column),
        row.getBytes(column + 1),
        row.getBytes(column + 2),
        row.getBytes(column + 3));
  }

  static int number(ResultSet row, int column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? ScalarColumn.ABSENT : value;
  }

  /**
   * @param names by id; null for one that is not known, whose value is left out
   */
  Sample toSample(IntFunction<String> names) {
    Sample.Builder sample = new Sample.Builder(ts);
    for (ScalarColumn column : SCALARS) {
      sample.put(column.metric(), column.decode(scalars[column.ordinal()]));
    }
    if ((flags & DELTA_OF_EXTREMES) != 0) {
      sample.put(
          Metric.CELL_VOLTAGE_DELTA,
          delta(
              scalars[ScalarColumn.CELL_MIN.ordinal()], scalars[ScalarColumn.CELL_MAX.ordinal()]));
    }
    if (state != ScalarColumn.ABSENT) {
      sample.state(STATES[state]);
    }
    if (cells != null) {
      sample.cellVoltages(PackedShorts.unpack(cells, PackedShorts.MILLIVOLTS));
    }
    if (temperatures != null) {
      sample.temperatures(PackedShorts.unpack(temperatures, PackedShorts.DECIDEGREES));
    }
    More.decode(more, names, sample);
    return sample.build();
  }
}
