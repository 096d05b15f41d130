package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The table {@code sample_latest}: where the latest samples survive a restart. */
final class LatestTable {

  private static final String SELECT =
      "SELECT battery_id, received_at, " + StoredSample.COLUMNS + " FROM %s.sample_latest";

  private static final String INSERT =
      "INSERT INTO %s.sample_latest (battery_id, received_at, "
          + StoredSample.COLUMNS
          + ") VALUES ";

  /**
   * Assignments are made from left to right and see those before them: the time, which all compare
   * with, comes last.
   */
  private static final String ONLY_IF_NEWER =
      " ON DUPLICATE KEY UPDATE "
          + Arrays.stream(("received_at, " + StoredSample.COLUMNS).split(", "))
              .filter(column -> !column.equals("ts"))
              .map("%1$s = IF(VALUES(ts) > ts OR ts > :possible, VALUES(%1$s), %1$s)"::formatted)
              .collect(Collectors.joining(", "))
          + ", ts = IF(VALUES(ts) > ts OR ts > :possible, VALUES(ts), ts)";

  private static final String NEWEST_TIMES =
      "SELECT battery_id, MAX(ts) FROM %s.sample GROUP BY battery_id";

  private static final String NEWER_SAMPLE =
      "SELECT battery_id, ts, "
          + StoredSample.COLUMNS
          + " FROM %s.sample WHERE battery_id = ? AND ts > ? AND ts <= ? AND flags & "
          + (StoredSample.SKEWED | StoredSample.BACKFILLED)
          + " = 0 ORDER BY ts DESC LIMIT 1";

  /** A row of either table. */
  private record Stored(long receivedMillis, StoredSample sample) {

    static Stored read(ResultSet row) throws SQLException {
      return new Stored(row.getLong(2), StoredSample.read(row, 3));
    }

    Latest toLatest(MetricNames.Dictionary names) {
      return new Latest(sample.toSample(names::name), Instant.ofEpochMilli(receivedMillis));
    }
  }

  /**
   * What was known when the program ended.
   *
   * @param behind those of which the table has an older sample, or none
   */
  record Loaded(Map<Long, Latest> latest, Set<Long> behind) {}

  private final TenantDatabase db;
  private final MetricNames names;

  LatestTable(TenantDatabase db) {
    this.db = db;
    this.names = new MetricNames(db);
  }

  /**
   * The table is some seconds behind after a crash: newer samples are looked up where they are.
   * When those were received is not known; they were measured shortly before.
   *
   * @param newestPossible epoch milliseconds, as {@link Latest#newestPossible}
   */
  Loaded load(TenantId tenant, long newestPossible) {
    Map<Long, Stored> rows = new HashMap<>();
    Set<Long> behind = new HashSet<>();
    db.sql(
        tenant,
        (connection, name) -> {
          read(connection, SELECT.formatted(name), rows);
          for (var newest : newestTimes(connection, name).entrySet()) {
            Stored known = rows.get(newest.getKey());
            long knownTs = known == null ? Long.MIN_VALUE : known.sample().ts();
            if (newest.getValue() > knownTs
                && readNewer(connection, name, newest.getKey(), knownTs, newestPossible, rows)) {
              behind.add(newest.getKey());
            }
          }
          Map<Long, Long> times = new HashMap<>();
          rows.forEach((battery, row) -> times.put(battery, row.sample().ts()));
          for (var newer : SealedLatest.newerThan(connection, name, times).entrySet()) {
            rows.put(newer.getKey(), new Stored(newer.getValue().ts(), newer.getValue()));
            behind.add(newer.getKey());
          }
          return null;
        });
    MetricNames.Dictionary dictionary = names.loaded(tenant);
    Map<Long, Latest> latest = new HashMap<>();
    rows.forEach((battery, row) -> latest.put(battery, row.toLatest(dictionary)));
    return new Loaded(latest, behind);
  }

  private static void read(Connection connection, String sql, Map<Long, Stored> into)
      throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery(sql)) {
      while (rows.next()) {
        into.put(rows.getLong(1), Stored.read(rows));
      }
    }
  }

  private static Map<Long, Long> newestTimes(Connection connection, String db) throws SQLException {
    Map<Long, Long> newest = new HashMap<>();
    try (Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery(NEWEST_TIMES.formatted(db))) {
      while (rows.next()) {
        newest.put(rows.getLong(1), rows.getLong(2));
      }
    }
    return newest;
  }

  private static boolean readNewer(
      Connection connection,
      String db,
      long battery,
      long than,
      long newestPossible,
      Map<Long, Stored> into)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(NEWER_SAMPLE.formatted(db))) {
      query.setLong(1, battery);
      query.setLong(2, than);
      query.setLong(3, newestPossible);
      try (ResultSet rows = query.executeQuery()) {
        if (!rows.next()) {
          return false;
        }
        into.put(battery, Stored.read(rows));
        return true;
      }
    }
  }

  /**
   * Writes these where the table has older ones, or some that can't be true.
   *
   * @param newestPossible epoch milliseconds, as {@link Latest#newestPossible}
   */
  void save(TenantId tenant, Map<Long, Latest> latest, long newestPossible) {
    MetricNames.Dictionary dictionary = names.with(tenant, namesIn(latest));
    // In the order of the key, as whoever writes several rows.
    List<Long> batteries = latest.keySet().stream().sorted().toList();
    StringBuilder values = new StringBuilder();
    for (Long battery : batteries) {
      Latest one = latest.get(battery);
      values.append(values.isEmpty() ? "(" : ",(").append(battery).append(',');
      values.append(one.receivedAt().toEpochMilli()).append(',');
      StoredSample.of(one.sample(), 0, dictionary::id).appendTo(values);
      values.append(')');
    }
    String onlyIfNewer = ONLY_IF_NEWER.replace(":possible", Long.toString(newestPossible));
    db.sql(
        tenant,
        (connection, name) -> {
          try (Statement insert = connection.createStatement()) {
            insert.setEscapeProcessing(false);
            return insert.executeUpdate(INSERT.formatted(name) + values + onlyIfNewer);
          }
        });
  }

  private static Set<String> namesIn(Map<Long, Latest> latest) {
    Set<String> names = new HashSet<>();
    latest.values().forEach(one -> More.addNames(one.sample(), names));
    return names;
  }
}
