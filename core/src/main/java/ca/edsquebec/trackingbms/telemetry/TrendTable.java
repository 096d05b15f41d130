package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.telemetry.chunk.Block;
import ca.edsquebec.trackingbms.telemetry.chunk.ChunkReader;
import ca.edsquebec.trackingbms.telemetry.chunk.DamagedChunkException;
import ca.edsquebec.trackingbms.telemetry.chunk.NumberColumn;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the first sample of each slot: of the rows by one index seek each, many in one statement,
 * since reading all rows of the day would take a hundred times as long; then from the chunks.
 */
final class TrendTable {

  private static final Logger LOG = LoggerFactory.getLogger(TrendTable.class);

  /** The server opens the table once for each: not so many that it must close others'. */
  private static final int SEEKS_PER_STATEMENT = 97;

  private static final String SEEK =
      "(SELECT "
          + TrendPoint.COLUMNS
          + " FROM %s.sample WHERE battery_id = %d AND ts >= %d AND ts < %d AND flags & "
          + StoredSample.SKEWED
          + " = 0 ORDER BY ts LIMIT 1)";

  private static final Wanted WANTED =
      new Wanted(
          Set.of(ScalarColumn.SOC, ScalarColumn.POWER, ScalarColumn.TEMPERATURE_MAX),
          true,
          false,
          Set.of(),
          false);

  private final TenantDatabase db;

  TrendTable(TenantDatabase db) {
    this.db = db;
  }

  /**
   * @param count how many slots
   * @return a slot's earliest may be told twice, when it is being sealed or came late; slots
   *     without a sample are left out
   */
  List<TrendPoint> load(TenantId tenant, long batteryId, int firstSlot, int count) {
    return db.sql(
        tenant,
        (connection, name) -> {
          List<TrendPoint> points = new ArrayList<>();
          try (Statement query = connection.createStatement()) {
            for (int done = 0; done < count; done += SEEKS_PER_STATEMENT) {
              int some = Math.min(count - done, SEEKS_PER_STATEMENT);
              read(query, sql(name, batteryId, firstSlot + done, some), points);
            }
          }
          addSealed(new ChunkTable(connection, name), batteryId, firstSlot, count, points);
          return points;
        });
  }

  // Behind the rows: what is sealed meanwhile is then found here.
  private static void addSealed(
      ChunkTable chunks, long batteryId, int firstSlot, int count, List<TrendPoint> into)
      throws SQLException {
    TimeRange range =
        new TimeRange(
            firstSlot * Trends.SLOT.toMillis(), (firstSlot + count) * Trends.SLOT.toMillis());
    try (ChunkReader reader = new ChunkReader()) {
      for (ChunkRow chunk : chunks.first(batteryId, range, Integer.MAX_VALUE)) {
        try {
          addFirstOfSlots(batteryId, reader.decode(chunk.data(), WANTED.choice()), into);
        } catch (DamagedChunkException e) {
          LOG.warn(
              "the trend of battery {} goes without the hour {}, whose chunk is damaged: {}",
              batteryId,
              chunk.hour(),
              e.getMessage());
        }
      }
    }
  }

  private static void addFirstOfSlots(long batteryId, Block block, List<TrendPoint> into) {
    NumberColumn flags = block.number(SampleColumns.FLAGS).orElse(null);
    int last = Integer.MIN_VALUE;
    for (int row = 0; row < block.size(); row++) {
      int slot = TrendRing.slotOf(block.times()[row]);
      boolean skewed = flags != null && (flags.values()[row] & StoredSample.SKEWED) != 0;
      if (slot != last && !skewed) {
        into.add(TrendPoint.of(batteryId, block, row));
        last = slot;
      }
    }
  }

  private static String sql(String database, long batteryId, int firstSlot, int count) {
    long length = Trends.SLOT.toMillis();
    StringBuilder sql = new StringBuilder(count * 200);
    for (int slot = firstSlot; slot < firstSlot + count; slot++) {
      sql.append(slot == firstSlot ? "" : " UNION ALL ");
      sql.append(SEEK.formatted(database, batteryId, slot * length, (slot + 1) * length));
    }
    return sql.toString();
  }

  private static void read(Statement query, String sql, List<TrendPoint> into) throws SQLException {
    try (ResultSet rows = query.executeQuery(sql)) {
      while (rows.next()) {
        into.add(TrendPoint.read(rows));
      }
    }
  }
}
