package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.telemetry.chunk.ChunkReader;
import ca.edsquebec.trackingbms.telemetry.chunk.DamagedChunkException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest samples that were sealed before anybody saved them as the latest: of a program that
 * died and was not started again within the hour.
 */
final class SealedLatest {

  private static final Logger LOG = LoggerFactory.getLogger(SealedLatest.class);

  /** Clocks are a day ahead at most. */
  private static final int MOST_HOURS = 26;

  private SealedLatest() {}

  /**
   * @param known by battery, the time of the newest sample that is known; a battery may lack
   * @return by battery, the newest live sample if it is newer than that
   */
  static Map<Long, StoredSample> newerThan(Connection connection, String db, Map<Long, Long> known)
      throws SQLException {
    Map<Long, StoredSample> newer = new HashMap<>();
    for (var hour : newestHours(connection, db).entrySet()) {
      long battery = hour.getKey();
      long knownTs = known.getOrDefault(battery, 0L);
      if (hour.getValue() + Hours.MILLIS > knownTs) {
        newest(connection, db, battery, knownTs, hour.getValue())
            .ifPresent(sample -> newer.put(battery, sample));
      }
    }
    return newer;
  }

  /** By a seek each: grouped, the server might read every chunk there is. */
  private static Map<Long, Long> newestHours(Connection connection, String db) throws SQLException {
    List<Long> batteries = BatterySeeks.in(connection, db + ".sample_chunk");
    Map<Long, Long> hours = new HashMap<>();
    for (int first = 0; first < batteries.size(); first += OpenHours.BATTERIES_AT_ONCE) {
      int end = Math.min(batteries.size(), first + OpenHours.BATTERIES_AT_ONCE);
      String sql =
          batteries.subList(first, end).stream()
              .map(
                  battery ->
                      "SELECT %1$d, MAX(t0) FROM %2$s.sample_chunk WHERE battery_id = %1$d"
                          .formatted(battery, db))
              .collect(Collectors.joining(" UNION ALL "));
      try (Statement query = connection.createStatement();
          ResultSet rows = query.executeQuery(sql)) {
        while (rows.next()) {
          long hour = rows.getLong(2);
          if (!rows.wasNull()) {
            hours.put(rows.getLong(1), hour);
          }
        }
      }
    }
    return hours;
  }

  /** Of a sender whose clock is ahead the last hours may hold nothing that counts. */
  private static Optional<StoredSample> newest(
      Connection connection, String db, long battery, long known, long lastHour)
      throws SQLException {
    TimeRange range =
        new TimeRange(
            Math.max(known + 1, lastHour - MOST_HOURS * Hours.MILLIS), lastHour + Hours.MILLIS);
    StoredSample newest = null;
    try (ChunkReader reader = new ChunkReader()) {
      for (ChunkRow chunk : new ChunkTable(connection, db).first(battery, range, MOST_HOURS + 1)) {
        for (StoredSample sample : decoded(reader, chunk)) {
          boolean live = (sample.flags() & (StoredSample.SKEWED | StoredSample.BACKFILLED)) == 0;
          newest = live && sample.ts() > known ? sample : newest;
        }
      }
    }
    return Optional.ofNullable(newest);
  }

  private static List<StoredSample> decoded(ChunkReader reader, ChunkRow chunk) {
    try {
      return SampleColumns.toSamples(reader.decode(chunk.data()));
    } catch (DamagedChunkException e) {
      LOG.warn(
          "the latest of battery {} is looked for without the hour {}, whose chunk is damaged: {}",
          chunk.batteryId(),
          chunk.hour(),
          e.getMessage());
      return List.of();
    }
  }
}
