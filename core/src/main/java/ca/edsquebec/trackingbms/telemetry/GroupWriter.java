package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.DatabaseException;
import ca.edsquebec.trackingbms.tenant.SqlWork;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Writes a group of requests of one tenant in one transaction and says what was new of each. */
final class GroupWriter {

  static final int ROWS_PER_STATEMENT = 2_000;

  /** A quarter of the smallest packet limit that servers have by default. */
  private static final int CHARACTERS_PER_STATEMENT = 4 << 20;

  private static final int ATTEMPTS = 6;
  private static final long BACK_OFF_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  private static final Duration RETRY = Duration.ofSeconds(2);

  private static final String INSERT =
      "INSERT INTO %s.sample (battery_id, " + StoredSample.COLUMNS + ") VALUES ";

  /** Not INSERT IGNORE, which would also store clipped values without a word. */
  private static final String KEEP_FIRST = " ON DUPLICATE KEY UPDATE ts = ts";

  private final TenantDatabase db;

  GroupWriter(TenantDatabase db) {
    this.db = db;
  }

  /**
   * @return for each request the number of its rows that were new
   */
  int[] write(TenantId tenant, List<WriteRequest> group) {
    for (int attempt = 1; ; attempt++) {
      try {
        SqlWork<int[]> work =
            (connection, name) -> write(connection, INSERT.formatted(name), group);
        return isOneStatement(group) ? db.sql(tenant, work) : db.sqlTransaction(tenant, work);
      } catch (DatabaseException e) {
        if (!e.isWorthRetrying()) {
          throw e;
        }
        boolean pointless = group.stream().allMatch(WriteRequest::isAbandoned);
        if (attempt == ATTEMPTS || pointless) {
          throw new UnavailableException("the samples' rows are locked by others", RETRY, e);
        }
      }
      LockSupport.parkNanos(attempt * ThreadLocalRandom.current().nextLong(BACK_OFF_NANOS));
    }
  }

  /** Then it needs no transaction around it, whose beginning and end are round trips too. */
  private static boolean isOneStatement(List<WriteRequest> group) {
    List<Row> rows = group.get(0).rows();
    return group.size() == 1
        && rows.size() <= ROWS_PER_STATEMENT
        && rows.stream().mapToLong(row -> row.values().length()).sum()
            < CHARACTERS_PER_STATEMENT / 2;
  }

  private static int[] write(Connection connection, String insert, List<WriteRequest> group)
      throws SQLException {
    List<Row> rows = new ArrayList<>();
    group.forEach(request -> rows.addAll(request.rows()));
    rows.sort(Row.BY_KEY);
    int accepted = insert(connection, insert, rows);
    if (accepted == rows.size()) {
      return group.stream().mapToInt(request -> request.rows().size()).toArray();
    }
    if (accepted == 0) {
      return new int[group.size()];
    }
    if (group.size() == 1) {
      return new int[] {accepted};
    }
    // Whose rows were new can't be told from one number: ask again, one request at a time.
    connection.rollback();
    int[] acceptedOf = new int[group.size()];
    for (int i = 0; i < acceptedOf.length; i++) {
      acceptedOf[i] = insert(connection, insert, group.get(i).rows());
    }
    return acceptedOf;
  }

  /** The driver is told to count changed rows: a row that was there before counts 0. */
  private static int insert(Connection connection, String insert, List<Row> rows)
      throws SQLException {
    int accepted = 0;
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      int next = 0;
      while (next < rows.size()) {
        StringBuilder sql = new StringBuilder(insert);
        int end = Math.min(rows.size(), next + ROWS_PER_STATEMENT);
        for (int first = next;
            next < end && (next == first || sql.length() < CHARACTERS_PER_STATEMENT);
            next++) {
          sql.append(next == first ? "" : ",").append(rows.get(next).values());
        }
        accepted += statement.executeUpdate(sql.append(KEEP_FIRST).toString());
      }
    }
    return accepted;
  }
}
