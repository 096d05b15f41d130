package ca.edsquebec.trackingbms.maintenance.health;

import ca.edsquebec.trackingbms.platform.InstantConverter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of each thing, and how it was, over somebody else's connection. */
final class HealthTable {

  private static final Duration HISTORY_STEP = Duration.ofHours(1);

  private final Connection connection;
  private final String db;

  HealthTable(Connection connection, String db) {
    this.connection = connection;
    this.db = db;
  }

  /** Lets nobody else write until the transaction ends. */
  void lock() throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT id FROM " + db + ".health_check WHERE id = 1 FOR UPDATE");
        ResultSet row = query.executeQuery()) {
      row.next();
    }
  }

  Optional<Instant> checkedAt() throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement("SELECT checked_at FROM " + db + ".health_check");
        ResultSet row = query.executeQuery()) {
      return row.next()
          ? Optional.ofNullable(row.getString(1)).map(InstantConverter::instant)
          : Optional.empty();
    }
  }

  void checked(Instant now) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE " + db + ".health_check SET checked_at = ? WHERE id = 1")) {
      update.setString(1, InstantConverter.text(now));
      update.executeUpdate();
    }
  }

  List<Watch> all() throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT * FROM " + db + ".health_state ORDER BY check_name, subject");
        ResultSet row = query.executeQuery()) {
      List<Watch> watches = new ArrayList<>();
      while (row.next()) {
        watches.add(read(row));
      }
      return watches;
    }
  }

  private static Watch read(ResultSet row) throws SQLException {
    Measure measure =
        new Measure(
            number(row, "measured"),
            number(row, "measured_limit"),
            Measure.Unit.valueOf(row.getString("unit")));
    Finding finding =
        new Finding(
            row.getString("check_name"),
            row.getString("subject"),
            Status.valueOf(row.getString("status")),
            row.getString("cause"),
            measure,
            row.getString("detail"));
    return new Watch(
        finding,
        time(row, "checked_at"),
        time(row, "since"),
        time(row, "counted_at"),
        row.getInt("bad_runs"),
        row.getInt("good_runs"),
        Optional.ofNullable(row.getString("incident_since")).map(InstantConverter::instant));
  }

  void put(Watch watch) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "REPLACE INTO "
                + db
                + ".health_state (check_name, subject, status, cause, measured, measured_limit,"
                + " unit, detail, checked_at, since, counted_at, bad_runs, good_runs,"
                + " incident_since) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      Finding finding = watch.finding();
      setFinding(insert, 1, finding);
      insert.setString(7, finding.measure().unit().name());
      insert.setString(8, finding.detail());
      insert.setString(9, InstantConverter.text(watch.checkedAt()));
      insert.setString(10, InstantConverter.text(watch.since()));
      insert.setString(11, InstantConverter.text(watch.countedAt()));
      insert.setInt(12, watch.bad());
      insert.setInt(13, watch.good());
      insert.setString(14, watch.incident().map(InstantConverter::text).orElse(null));
      insert.executeUpdate();
    }
  }

  void forget(Finding finding) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM " + db + ".health_state WHERE check_name = ? AND subject = ?")) {
      delete.setString(1, finding.check());
      delete.setString(2, finding.subject());
      delete.executeUpdate();
    }
  }

  /**
   * Writes down how it is now when that has changed; of the installation itself each hour, too. Of
   * each of hundreds of clients that would be millions of rows.
   */
  void remember(Finding finding, boolean changed, Instant now) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO "
                + db
                + ".health_history (check_name, subject, status, cause, measured, measured_limit,"
                + " at) SELECT ?, ?, ?, ?, ?, ?, ? FROM "
                + db
                + ".health_check WHERE ? OR (? AND NOT EXISTS (SELECT 1 FROM "
                + db
                + ".health_history WHERE check_name = ? AND subject = ? AND at > ?))")) {
      setFinding(insert, 1, finding);
      insert.setString(7, InstantConverter.text(now));
      insert.setBoolean(8, changed);
      insert.setBoolean(9, finding.subject().isEmpty());
      insert.setString(10, finding.check());
      insert.setString(11, finding.subject());
      insert.setString(12, InstantConverter.text(now.minus(HISTORY_STEP)));
      insert.executeUpdate();
    }
  }

  private static void setFinding(PreparedStatement statement, int from, Finding finding)
      throws SQLException {
    statement.setString(from, finding.check());
    statement.setString(from + 1, finding.subject());
    statement.setString(from + 2, finding.status().name());
    statement.setString(from + 3, finding.cause());
    setNumber(statement, from + 4, finding.measure().value());
    setNumber(statement, from + 5, finding.measure().limit());
  }

  private static void setNumber(PreparedStatement statement, int at, double value)
      throws SQLException {
    if (Double.isNaN(value)) {
      statement.setNull(at, Types.DOUBLE);
    } else {
      statement.setDouble(at, value);
    }
  }

  private static double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return InstantConverter.instant(row.getString(column));
  }
}
