package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.telemetry.chunk.Block;
import ca.edsquebec.trackingbms.telemetry.chunk.BlockMerge;
import ca.edsquebec.trackingbms.telemetry.chunk.ChunkReader;
import ca.edsquebec.trackingbms.telemetry.chunk.ChunkWriter;
import ca.edsquebec.trackingbms.telemetry.chunk.DamagedChunkException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One transaction of sealing, in this order: the chunks that are there are locked, the rows read,
 * chunks and rollups written, the rows deleted. Rows are only ever added: when as many were deleted
 * as had been read, they are the same ones. Otherwise one came in between, and all is to be rolled
 * back. A row that is not committed yet is waited for by the deletion, and then counted.
 *
 * <p>Two sealers at once: on an existing chunk the second waits before it reads the rows; a new
 * chunk it can't insert.
 */
final class HourSeal {

  enum Outcome {
    SEALED,
    /** The first rows of the hour are sealed, there are more. */
    PARTLY_SEALED,
    /** Others interfered: again. */
    RACED,
    /** For several batteries at once. */
    TOO_MANY_ROWS;

    boolean isToCommit() {
      return this == SEALED || this == PARTLY_SEALED;
    }
  }

  /** As many are held at once; of one battery with more, the rest is merged in further passes. */
  static final int MOST_ROWS = 16_000;

  private static final Logger LOG = LoggerFactory.getLogger(HourSeal.class);

  private final Connection connection;
  private final String db;
  private final long hour;
  private final Map<Long, Duration> periods;
  private final ChunkWriter writer;
  private final ChunkReader reader;
  private final ChunkTable chunks;
  private final HourRollups rollups;

  private final List<ChunkRow> added = new ArrayList<>();
  private final List<ChunkRow> changed = new ArrayList<>();
  private final List<Sealed.Left> left = new ArrayList<>();
  private long samples;

  /** Rows behind it stay. */
  private long end;

  HourSeal(
      Connection connection,
      String db,
      long hour,
      Map<Long, Duration> periods,
      ChunkWriter writer,
      ChunkReader reader,
      long nowMillis) {
    this.connection = connection;
    this.db = db;
    this.hour = hour;
    this.end = hour + Hours.MILLIS;
    this.periods = periods;
    this.writer = writer;
    this.reader = reader;
    this.chunks = new ChunkTable(connection, db);
    this.rollups = new HourRollups(connection, db, hour, periods, reader, nowMillis);
  }

  Outcome run() throws SQLException {
    Map<Long, ChunkRow> old = chunks.locked(periods.keySet(), hour);
    Map<Long, List<StoredSample>> rows = rows();
    samples = rows.values().stream().mapToInt(List::size).sum();
    boolean isMore = samples > MOST_ROWS;
    if (isMore && periods.size() > 1) {
      return Outcome.TOO_MANY_ROWS;
    }
    if (isMore) {
      leaveTheLast(rows.values().iterator().next());
    }
    if (rows.isEmpty()) {
      return Outcome.SEALED;
    }
    rollups.load();
    Set<Long> sealed = new HashSet<>();
    for (Map.Entry<Long, List<StoredSample>> one : rows.entrySet()) {
      if (seal(one.getKey(), SampleColumns.toBlock(one.getValue()), old.get(one.getKey()))) {
        sealed.add(one.getKey());
      } else {
        samples -= one.getValue().size();
      }
    }
    chunks.insert(added);
    chunks.update(changed);
    rollups.write();
    if (!sealed.isEmpty() && delete(sealed) != samples) {
      return Outcome.RACED;
    }
    return isMore && !sealed.isEmpty() ? Outcome.PARTLY_SEALED : Outcome.SEALED;
  }

  private void leaveTheLast(List<StoredSample> rows) {
    end = rows.remove(rows.size() - 1).ts();
    samples--;
  }

  /**
   * @param old null when this hour of the battery has no chunk yet
   * @return false when its rows must stay
   */
  private boolean seal(long battery, Block rows, ChunkRow old) throws SQLException {
    Block all = rows;
    if (old != null) {
      try {
        all = BlockMerge.merge(reader.decode(old.data()), rows);
      } catch (DamagedChunkException e) {
        LOG.error(
            "the chunk of battery {} and hour {} in {} is damaged, late samples stay as rows: {}",
            battery,
            hour,
            db,
            e.getMessage());
        left.add(new Sealed.Left(battery, hour, "its chunk is damaged: " + e.getMessage()));
        return false;
      }
      if (all.size() == old.samples()) {
        return true;
      }
    }
    (old == null ? added : changed).add(chunk(battery, all));
    rollups.compute(battery, all, old);
    return true;
  }

  private ChunkRow chunk(long battery, Block all) {
    long[] times = all.times();
    byte[] data = writer.encode(all);
    return new ChunkRow(battery, hour, times.length, times[0], times[times.length - 1], data);
  }

  private Map<Long, List<StoredSample>> rows() throws SQLException {
    String sql =
        "SELECT battery_id, %s FROM %s.sample WHERE %s ORDER BY battery_id, ts LIMIT %d"
            .formatted(StoredSample.COLUMNS, db, ofTheHour(periods.keySet()), MOST_ROWS + 1);
    Map<Long, List<StoredSample>> rows = new TreeMap<>();
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery(sql)) {
      while (row.next()) {
        rows.computeIfAbsent(row.getLong(1), battery -> new ArrayList<>())
            .add(StoredSample.read(row, 2));
      }
    }
    return rows;
  }

  private int delete(Set<Long> sealed) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(
          "DELETE FROM %s.sample WHERE %s".formatted(db, ofTheHour(sealed)));
    }
  }

  // A list of numbers, not a join: of a join the server reads the batteries' whole past.
  private String ofTheHour(Set<Long> batteries) {
    return "battery_id IN (%s) AND ts >= %d AND ts < %d"
        .formatted(ChunkTable.list(batteries), hour, end);
  }

  /** Adds what was done; to be called when it is sure to be committed. */
  void tell(Sealed.Count count) {
    count.sealed(added.size() + changed.size(), samples);
    left.forEach(count::left);
  }
}
