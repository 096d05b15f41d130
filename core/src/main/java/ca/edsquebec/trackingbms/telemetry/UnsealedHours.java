package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.telemetry.chunk.Block;
import ca.edsquebec.trackingbms.telemetry.chunk.BlockMerge;
import ca.edsquebec.trackingbms.telemetry.rollup.Rollup;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Rows that are not sealed: rolled up page by page, so that memory does not depend on how many they
 * are. Hours that had been sealed before are only named: they are to be merged.
 */
final class UnsealedHours {

  private final NavigableSet<Long> late = new TreeSet<>();
  private final long batteryId;
  private final PieceMaker maker;
  private final NavigableSet<Long> sealed;

  private UnsealedHours(long batteryId, PieceMaker maker, NavigableSet<Long> sealed) {
    this.batteryId = batteryId;
    this.maker = maker;
    this.sealed = sealed;
  }

  /**
   * @param range whole hours
   * @return empty when there are no rows
   */
  static Optional<UnsealedHours> read(
      Connection connection, String db, long batteryId, Duration period, TimeRange range, Cuts cuts)
      throws SQLException {
    Optional<Long> first = firstHour(connection, db, batteryId, range);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    NavigableMap<Long, Rollup> known = new TreeMap<>();
    TimeRange around = new TimeRange(first.get() - HourRollups.reach(period), range.toMillis());
    for (Bucket hour :
        new RollupTable(connection, db, Level.HOUR).within(List.of(batteryId), around)) {
      known.put(hour.range().fromMillis(), hour.rollup());
    }
    UnsealedHours hours =
        new UnsealedHours(batteryId, new PieceMaker(cuts, period, known), known.navigableKeySet());
    hours.readAll(new SampleRows(connection, db), new TimeRange(first.get(), range.toMillis()));
    return Optional.of(hours);
  }

  private static Optional<Long> firstHour(
      Connection connection, String db, long batteryId, TimeRange range) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT MIN(ts) FROM %s.sample WHERE battery_id = ? AND ts >= ? AND ts < ?"
                .formatted(db))) {
      query.setLong(1, batteryId);
      query.setLong(2, range.fromMillis());
      query.setLong(3, range.toMillis());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        long ts = row.getLong(1);
        return row.wasNull() ? Optional.empty() : Optional.of(Hours.startOf(ts));
      }
    }
  }

  private void readAll(SampleRows rows, TimeRange range) throws SQLException {
    TimeRange rest = range;
    Block page;
    do {
      page = rows.first(batteryId, rest, Wanted.ROLLED_UP);
      byHour(page);
      if (page.size() > 0) {
        rest = new TimeRange(page.times()[page.size() - 1] + 1, range.toMillis());
      }
    } while (page.size() == SampleRows.pageSize(Wanted.ROLLED_UP));
  }

  private void byHour(Block page) {
    int from = 0;
    while (from < page.size()) {
      long hour = Hours.startOf(page.times()[from]);
      Block part = BlockMerge.within(page, hour, hour + Hours.MILLIS);
      if (sealed.contains(hour)) {
        late.add(hour);
      } else {
        maker.add(part);
      }
      from += part.size();
    }
  }

  /** The hours that were not sealed before, or their parts, in order of time. */
  List<Bucket> pieces() {
    List<Bucket> pieces = new ArrayList<>();
    maker
        .pieces()
        .forEach(
            (range, rollup) -> pieces.add(new Bucket(batteryId, null, range, false, 0, rollup)));
    return pieces;
  }

  /** The hours that had been sealed before and have further samples now. */
  NavigableSet<Long> late() {
    return late;
  }
}
