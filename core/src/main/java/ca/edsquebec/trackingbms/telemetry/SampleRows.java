package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.telemetry.chunk.Block;
import ca.edsquebec.trackingbms.telemetry.chunk.NumberColumn;
import ca.edsquebec.trackingbms.telemetry.chunk.VectorColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Reads rows that are not sealed as blocks, over somebody else's connection. */
final class SampleRows {

  /** The driver holds them in memory: of the widest rows some 20 MB. */
  private static final int WHOLE_ROWS_AT_ONCE = 4_000;

  private static final int NARROW_ROWS_AT_ONCE = 20_000;

  private final Connection connection;
  private final String table;

  /**
   * @param db the database's name, quoted
   */
  SampleRows(Connection connection, String db) {
    this.connection = connection;
    this.table = db + ".sample";
  }

  /** As many are read at once; fewer say that there are no more. */
  static int pageSize(Wanted wanted) {
    return wanted.all() || wanted.cells() || !wanted.more().isEmpty()
        ? WHOLE_ROWS_AT_ONCE
        : NARROW_ROWS_AT_ONCE;
  }

  /** The first of a battery within the range, in order of time, {@link #pageSize} at most. */
  Block first(long batteryId, TimeRange range, Wanted wanted) throws SQLException {
    boolean whole = wanted.all() || !wanted.more().isEmpty();
    String sql =
        "SELECT %s FROM %s WHERE battery_id = ? AND ts >= ? AND ts < ? ORDER BY ts LIMIT %d"
            .formatted(whole ? wholeColumns(wanted) : columns(wanted), table, pageSize(wanted));
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, batteryId);
      query.setLong(2, range.fromMillis());
      query.setLong(3, range.toMillis());
      try (ResultSet rows = query.executeQuery()) {
        return whole ? whole(rows) : narrow(rows, wanted);
      }
    }
  }

  private static String wholeColumns(Wanted wanted) {
    return wanted.cells()
        ? StoredSample.COLUMNS
        : StoredSample.COLUMNS.replace("cells, temperatures", "NULL, NULL");
  }

  private static Block whole(ResultSet rows) throws SQLException {
    List<StoredSample> samples = new ArrayList<>();
    while (rows.next()) {
      samples.add(StoredSample.read(rows, 1));
    }
    return SampleColumns.toBlock(samples);
  }

  private static String columns(Wanted wanted) {
    StringBuilder columns = new StringBuilder("ts");
    wanted.scalars().forEach(scalar -> columns.append(", ").append(scalar.column()));
    return columns
        .append(wanted.flags() ? ", flags" : "")
        .append(wanted.cells() ? ", cells" : "")
        .toString();
  }

  private static Block narrow(ResultSet rows, Wanted wanted) throws SQLException {
    List<Integer> keys = new ArrayList<>();
    wanted.scalars().forEach(scalar -> keys.add(scalar.ordinal()));
    if (wanted.flags()) {
      keys.add(SampleColumns.FLAGS);
    }
    Narrow block = new Narrow(keys.size());
    while (rows.next()) {
      block.add(rows, wanted.cells());
    }
    return block.toBlock(keys, wanted.cells());
  }

  /** Grows with the rows. */
  private static final class Narrow {
    private final long[][] values;
    private final BitSet[] present;
    private final List<short[]> cells = new ArrayList<>();
    private long[] times = new long[1024];
    private int size;

    Narrow(int columns) {
      values = new long[columns][times.length];
      present = new BitSet[columns];
      Arrays.setAll(present, i -> new BitSet());
    }

    void add(ResultSet row, boolean withCells) throws SQLException {
      if (size == times.length) {
        times = Arrays.copyOf(times, 2 * size);
        Arrays.setAll(values, i -> Arrays.copyOf(values[i], 2 * size));
      }
      times[size] = row.getLong(1);
      for (int i = 0; i < values.length; i++) {
        values[i][size] = row.getLong(i + 2);
        present[i].set(size, !row.wasNull());
      }
      if (withCells) {
        cells.add(PackedShorts.shorts(row.getBytes(values.length + 2)));
      }
      size++;
    }

    Block toBlock(List<Integer> keys, boolean withCells) {
      List<NumberColumn> numbers = new ArrayList<>();
      for (int i = 0; i < values.length; i++) {
        boolean complete = present[i].cardinality() == size;
        numbers.add(
            new NumberColumn(
                keys.get(i), Arrays.copyOf(values[i], size), complete ? null : present[i]));
      }
      List<VectorColumn> vectors =
          withCells
              ? List.of(new VectorColumn(SampleColumns.CELLS, cells.toArray(short[][]::new)))
              : List.of();
      return new Block(Arrays.copyOf(times, size), numbers, vectors, List.of());
    }
  }
}
