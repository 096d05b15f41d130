package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.telemetry.chunk.ChunkReader;
import ca.edsquebec.trackingbms.telemetry.chunk.DamagedChunkException;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the rollups of one sealed hour of some batteries anew from their chunks. */
final class HourRecount implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HourRecount.class);

  private final TenantDatabase db;
  private final TenantId tenant;
  private final ChunkReader reader = new ChunkReader();

  HourRecount(TenantDatabase db, TenantId tenant) {
    this.db = db;
    this.tenant = tenant;
  }

  /**
   * @param periods the storage period by battery, 100 at most
   * @return how many rollups had changed
   */
  int recount(long hour, Map<Long, Duration> periods, long nowMillis) {
    return db.sqlTransaction(
        tenant, (connection, name) -> recount(connection, name, hour, periods, nowMillis));
  }

  private int recount(
      Connection connection, String db, long hour, Map<Long, Duration> periods, long nowMillis)
      throws SQLException {
    Map<Long, ChunkRow> chunks = new ChunkTable(connection, db).locked(periods.keySet(), hour);
    if (chunks.isEmpty()) {
      return 0;
    }
    HourRollups rollups = new HourRollups(connection, db, hour, periods, reader, nowMillis);
    rollups.load();
    for (ChunkRow chunk : chunks.values()) {
      try {
        rollups.computeAgain(chunk, reader.decode(chunk.data(), Wanted.ROLLED_UP.choice()));
      } catch (DamagedChunkException e) {
        LOG.error(
            "the chunk of battery {} and hour {} in {} is damaged, its rollup stays: {}",
            chunk.batteryId(),
            hour,
            db,
            e.getMessage());
      }
    }
    // Their days too, whether the hours have changed or not: a day may be what can't be read.
    new PendingTable(connection, db)
        .mark(chunks.keySet().stream().map(id -> PendingTable.Pending.at(id, hour)).toList());
    return rollups.write();
  }

  @Override
  public void close() {
    reader.close();
  }
}
