package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.telemetry.chunk.Block;
import ca.edsquebec.trackingbms.telemetry.chunk.ChunkReader;
import ca.edsquebec.trackingbms.telemetry.chunk.DamagedChunkException;
import ca.edsquebec.trackingbms.telemetry.rollup.Accumulator;
import ca.edsquebec.trackingbms.telemetry.rollup.Observations;
import ca.edsquebec.trackingbms.telemetry.rollup.Rollup;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rollups that one hour's sealing changes: those of the hour, and, when something came late,
 * those of the hours behind it that begin with how this one ends.
 */
final class HourRollups {

  private static final Logger LOG = LoggerFactory.getLogger(HourRollups.class);

  private final Connection connection;
  private final String db;
  private final long hour;
  private final Map<Long, Duration> periods;
  private final ChunkReader reader;
  private final long nowMillis;
  private final RollupTable table;

  /** Those around the hour, by battery and start. */
  private final Map<Long, NavigableMap<Long, Bucket>> around = new TreeMap<>();

  private final List<Bucket> computed = new ArrayList<>();

  HourRollups(
      Connection connection,
      String db,
      long hour,
      Map<Long, Duration> periods,
      ChunkReader reader,
      long nowMillis) {
    this.connection = connection;
    this.db = db;
    this.hour = hour;
    this.periods = periods;
    this.reader = reader;
    this.nowMillis = nowMillis;
    this.table = new RollupTable(connection, db, Level.HOUR);
  }

  /** Reads what is there; once, before anything else. */
  void load() throws SQLException {
    long reach = periods.values().stream().mapToLong(HourRollups::reach).max().orElseThrow();
    periods.keySet().forEach(battery -> around.put(battery, new TreeMap<>()));
    TimeRange range = new TimeRange(hour - reach, hour + reach + Hours.MILLIS);
    for (Bucket bucket : table.within(periods.keySet(), range)) {
      around.get(bucket.batteryId()).put(bucket.range().fromMillis(), bucket);
    }
  }

  /** So far apart, in whole hours, may two samples be that are integrated together. */
  static long reach(Duration storagePeriod) {
    return Hours.endOf(Accumulator.longestGap(storagePeriod).toMillis());
  }

  /**
   * @param block all samples of the hour
   * @param isMore whether the hour had a chunk before
   */
  void compute(long battery, Block block, boolean isMore) throws SQLException {
    NavigableMap<Long, Bucket> known = around.get(battery);
    if (known.containsKey(hour) && !isMore) {
      // Its samples were deleted for their age: what is left of them knows more than the few now.
      return;
    }
    put(battery, hour, block);
    for (long later : List.copyOf(known.tailMap(hour, false).keySet())) {
      recompute(battery, later);
    }
  }

  /** The rollup of the hour alone, from samples that did not change. */
  void computeAgain(long battery, Block block) {
    put(battery, hour, block);
  }

  private void recompute(long battery, long later) throws SQLException {
    ChunkRow chunk = new ChunkTable(connection, db).locked(List.of(battery), later).get(battery);
    if (chunk == null) {
      return;
    }
    try {
      put(battery, later, reader.decode(chunk.data()));
    } catch (DamagedChunkException e) {
      LOG.error(
          "the chunk of battery {} and hour {} in {} is damaged, its rollup stays: {}",
          battery,
          later,
          db,
          e.getMessage());
    }
  }

  private void put(long battery, long start, Block block) {
    NavigableMap<Long, Bucket> known = around.get(battery);
    Duration period = periods.get(battery);
    List<Rollup> before =
        known.subMap(start - reach(period), start).values().stream().map(Bucket::rollup).toList();
    Rollup rollup = rollup(block, before, period);
    Bucket old = known.get(start);
    if (old == null || !old.rollup().equals(rollup)) {
      TimeRange range = new TimeRange(start, start + Hours.MILLIS);
      Bucket bucket = new Bucket(battery, null, range, true, nowMillis, rollup);
      known.put(start, bucket);
      computed.add(bucket);
    }
  }

  /**
   * @param before what came before the block, in order of time; may be empty
   */
  static Rollup rollup(Block block, List<Rollup> before, Duration period) {
    Accumulator accumulator = SampleObservations.accumulator(period);
    if (!before.isEmpty()) {
      accumulator.seed(Rollup.merge(before));
    }
    Observations all = SampleObservations.of(block);
    accumulator.add(all, 0, block.size());
    return accumulator.rollup().orElseThrow();
  }

  /**
   * @return how many had changed
   */
  int write() throws SQLException {
    table.put(computed);
    new PendingTable(connection, db)
        .mark(
            computed.stream()
                .map(hour -> PendingTable.Pending.at(hour.batteryId(), hour.range().fromMillis()))
                .toList());
    return computed.size();
  }
}
