package ca.edsquebec.trackingbms.notification;

import ca.edsquebec.trackingbms.platform.InstantConverter;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.SqlWork;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The outbox of the registry or of one client, as whoever delivers sees it. Claims are by single
 * rows and keys, so that several programs never wait for each other nor deadlock.
 */
final class OutboxTable {

  /** A message that this program alone may deliver for now. */
  record Claimed(
      String uid,
      String recipient,
      String locale,
      String template,
      String content,
      int attempts,
      int unsure,
      Instant queuedAt) {}

  /** Until a message is about to end; without anything sent before. */
  private static final Duration CLAIM = Duration.ofMinutes(5);

  /** Longer than any channel waits for the answer to a whole message. */
  private static final Duration END_CLAIM = Duration.ofMinutes(15);

  private final Databases databases;
  private final Optional<TenantId> tenant;

  /**
   * @param tenant empty for the registry
   */
  OutboxTable(Databases databases, Optional<TenantId> tenant) {
    this.databases = databases;
    this.tenant = tenant;
  }

  /** Oldest first: what is to be delivered now, what a dead program had claimed included. */
  List<String> due(Instant now, int limit) {
    return sql(
        (connection, db) -> {
          change(
              connection,
              "UPDATE "
                  + db
                  + ".outbox SET unsure = unsure + IF(state = 'ENDING', 1, 0), state = 'WAITING',"
                  + " claimed_by = NULL WHERE state IN ('SENDING', 'ENDING')"
                  + " AND claimed_until < UTC_TIMESTAMP(3)");
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT uid FROM "
                      + db
                      + ".outbox WHERE state = 'WAITING' AND due_at <= ? ORDER BY due_at LIMIT ?")) {
            query.setString(1, InstantConverter.text(now));
            query.setInt(2, limit);
            List<String> uids = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
              while (rows.next()) {
                uids.add(rows.getString(1));
              }
            }
            return uids;
          }
        });
  }

  /**
   * @return empty when another program has it, or is done with it
   */
  Optional<Claimed> claim(String uid, String claimant) {
    return sql(
        (connection, db) -> {
          int claimed =
              change(
                  connection,
                  "UPDATE "
                      + db
                      + ".outbox SET state = 'SENDING', claimed_by = ?, claimed_until = "
                      + in(CLAIM)
                      + " WHERE uid = ? AND state = 'WAITING'",
                  claimant,
                  uid);
          return claimed == 1 ? read(connection, db, uid) : Optional.empty();
        });
  }

  private static Optional<Claimed> read(Connection connection, String db, String uid)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT recipient, locale, template, content, attempts, unsure, queued_at FROM "
                + db
                + ".outbox WHERE uid = ?")) {
      query.setString(1, uid);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return Optional.of(
            new Claimed(
                uid,
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getInt(6),
                InstantConverter.instant(row.getString(7))));
      }
    }
  }

  /**
   * From now on nobody can tell whether it arrived, until the answer is there.
   *
   * @return false when the claim was lost: it must not be sent
   */
  boolean end(String uid, String claimant) {
    return sql(
        (connection, db) ->
            change(
                    connection,
                    "UPDATE "
                        + db
                        + ".outbox SET state = 'ENDING', claimed_until = "
                        + in(END_CLAIM)
                        + " WHERE uid = ? AND claimed_by = ? AND state = 'SENDING'",
                    uid,
                    claimant)
                == 1);
  }

  /** Delivered or given up: its content goes. */
  void done(String uid, String claimant, State state, String answer, Instant now) {
    sql(
        (connection, db) ->
            change(
                connection,
                "UPDATE "
                    + db
                    + ".outbox SET state = ?, answer = ?, done_at = ?, attempts = attempts + 1,"
                    + " content = NULL, claimed_by = NULL, claimed_until = NULL"
                    + " WHERE uid = ? AND claimed_by = ?",
                state.name(),
                answer,
                InstantConverter.text(now),
                uid,
                claimant));
  }

  /**
   * Still to be delivered.
   *
   * @param tried 1 when the message itself was the reason, 0 when none would have passed
   * @param unsure 1 when it may have arrived
   */
  void putBack(String uid, String claimant, Instant due, int tried, int unsure, String answer) {
    sql(
        (connection, db) ->
            change(
                connection,
                "UPDATE "
                    + db
                    + ".outbox SET state = 'WAITING', due_at = ?, answer = ?, attempts = attempts + "
                    + tried
                    + ", unsure = unsure + "
                    + unsure
                    + ", claimed_by = NULL, claimed_until = NULL WHERE uid = ? AND claimed_by = ?",
                InstantConverter.text(due),
                answer,
                uid,
                claimant));
  }

  /** When something is to be done next; empty when nothing waits. */
  Optional<Instant> next() {
    return sql(
        (connection, db) -> {
          try (PreparedStatement query =
                  connection.prepareStatement(
                      "SELECT MIN(IF(state = 'WAITING', due_at, claimed_until)) FROM "
                          + db
                          + ".outbox WHERE state IN ('WAITING', 'SENDING', 'ENDING')");
              ResultSet row = query.executeQuery()) {
            row.next();
            return Optional.ofNullable(row.getString(1)).map(InstantConverter::instant);
          }
        });
  }

  long countDone(Instant before) {
    return sql(
        (connection, db) -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT COUNT(*) FROM " + db + ".outbox WHERE done_at < ?")) {
            query.setString(1, InstantConverter.text(before));
            try (ResultSet row = query.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }

  /** Deletes what was done before; some of it at a time. */
  int deleteDone(Instant before, int limit) {
    return sql(
        (connection, db) ->
            change(
                connection,
                "DELETE FROM " + db + ".outbox WHERE done_at < ? ORDER BY done_at LIMIT " + limit,
                InstantConverter.text(before)));
  }

  private <T> T sql(SqlWork<T> work) {
    return tenant.isPresent()
        ? databases.tenantDatabase().sql(tenant.get(), work)
        : databases.registry().sql(work);
  }

  private static int change(Connection connection, String sql, String... values)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        update.setString(i + 1, values[i]);
      }
      return update.executeUpdate();
    }
  }

  private static String in(Duration length) {
    return "UTC_TIMESTAMP(3) + INTERVAL " + length.toSeconds() + " SECOND";
  }
}
