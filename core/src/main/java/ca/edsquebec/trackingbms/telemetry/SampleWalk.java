package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.telemetry.chunk.Block;
import ca.edsquebec.trackingbms.telemetry.chunk.BlockMerge;
import ca.edsquebec.trackingbms.telemetry.chunk.ChunkReader;
import ca.edsquebec.trackingbms.telemetry.chunk.DamagedChunkException;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks over the samples of a battery in order of time, sealed or not, about a day at once, and
 * holds no connection between two steps. Rows are read before the chunks of the same time: a sample
 * that is being sealed is found in one of the two, or in both and taken once.
 *
 * <p>For one thread.
 */
final class SampleWalk implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SampleWalk.class);

  /** A day's, some 200 kB. */
  private static final int CHUNKS_AT_ONCE = 24;

  private static final Block NOTHING = new Block(new long[0], List.of(), List.of(), List.of());

  private final TenantDatabase db;
  private final TenantId tenant;
  private final long batteryId;
  private final TimeRange range;
  private final Wanted wanted;
  private final ChunkReader reader = new ChunkReader();
  private final List<TimeRange> damaged = new ArrayList<>();

  private long position;

  /** Rows from the position on; all there are up to {@link #rowsEnd}. */
  private Block rows = NOTHING;

  private long rowsEnd;

  SampleWalk(TenantDatabase db, TenantId tenant, long batteryId, TimeRange range, Wanted wanted) {
    this.db = db;
    this.tenant = tenant;
    this.batteryId = batteryId;
    this.range = range;
    this.wanted = wanted;
    this.position = range.fromMillis();
    this.rowsEnd = position;
  }

  /** False when all was given. */
  boolean hasNext() {
    return position < range.toMillis();
  }

  /** The next samples, as blocks that follow each other; there may be none just now. */
  List<Block> next() {
    return db.sql(tenant, this::next);
  }

  /** Hours whose chunks could not be read, of those that were walked over. */
  List<TimeRange> damaged() {
    return List.copyOf(damaged);
  }

  private List<Block> next(Connection connection, String name) throws SQLException {
    if (position >= rowsEnd) {
      readRows(new SampleRows(connection, name));
    }
    List<ChunkRow> chunks =
        new ChunkTable(connection, name)
            .first(batteryId, new TimeRange(position, rowsEnd), CHUNKS_AT_ONCE);
    long end =
        chunks.size() < CHUNKS_AT_ONCE
            ? rowsEnd
            : Math.min(rowsEnd, chunks.get(chunks.size() - 1).hour() + Hours.MILLIS);
    List<Block> blocks = new ArrayList<>();
    for (ChunkRow chunk : chunks) {
      addRows(chunk.hour(), blocks);
      addHour(chunk, end, blocks);
    }
    addRows(end, blocks);
    position = end;
    return blocks;
  }

  private void readRows(SampleRows table) throws SQLException {
    rows = table.first(batteryId, new TimeRange(position, range.toMillis()), wanted);
    rowsEnd =
        rows.size() < SampleRows.pageSize(wanted)
            ? range.toMillis()
            : rows.times()[rows.size() - 1] + 1;
  }

  /** Moves the rows before this instant to the blocks. */
  private void addRows(long end, List<Block> blocks) {
    Block some = taken(end);
    if (some.size() > 0) {
      blocks.add(some);
    }
  }

  private Block taken(long end) {
    if (rows.size() == 0 || rows.times()[0] >= end) {
      return NOTHING;
    }
    Block before = BlockMerge.within(rows, Long.MIN_VALUE, end);
    rows = BlockMerge.within(rows, end, Long.MAX_VALUE);
    return before;
  }

  private void addHour(ChunkRow chunk, long end, List<Block> blocks) {
    long hourEnd = Math.min(end, chunk.hour() + Hours.MILLIS);
    Block unsealed = taken(hourEnd);
    Block sealed = BlockMerge.within(decoded(chunk), position, hourEnd);
    Block hour = unsealed.size() == 0 ? sealed : BlockMerge.merge(sealed, unsealed);
    if (hour.size() > 0) {
      blocks.add(hour);
    }
  }

  private Block decoded(ChunkRow chunk) {
    try {
      return reader.decode(chunk.data(), wanted.choice());
    } catch (DamagedChunkException e) {
      LOG.error(
          "the chunk of battery {} and hour {} of client {} is damaged: {}",
          batteryId,
          chunk.hour(),
          tenant,
          e.getMessage());
      damaged.add(new TimeRange(chunk.hour(), chunk.hour() + Hours.MILLIS));
      return NOTHING;
    }
  }

  @Override
  public void close() {
    reader.close();
  }
}
