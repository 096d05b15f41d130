package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.platform.InstantConverter;
import ca.edsquebec.trackingbms.platform.InvalidException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of {@code pull_device}, on a connection of the caller's. */
final class DeviceTable {

  private static final String COLUMNS =
      "battery_id, address, enabled, state, CAST(last_contact AS CHAR), CAST(last_failure AS CHAR),"
          + " fault, detail, failures, CAST(next_try AS CHAR)";

  private DeviceTable() {}

  /** Told of what can't be read. */
  interface Unreadable {
    void is(long battery, String why);
  }

  /** All of a client; an address that this version can't read is left out. */
  static List<PullDevice> all(Connection connection, String db) throws SQLException {
    return all(connection, db, (battery, why) -> {});
  }

  /** As above, and says what was left out. */
  static List<PullDevice> all(Connection connection, String db, Unreadable unreadable)
      throws SQLException {
    String sql = "SELECT " + COLUMNS + " FROM " + db + ".pull_device ORDER BY battery_id";
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet rows = select.executeQuery()) {
      List<PullDevice> all = new ArrayList<>();
      while (rows.next()) {
        device(rows, unreadable).ifPresent(all::add);
      }
      return all;
    }
  }

  static Optional<PullDevice> find(Connection connection, String db, long battery)
      throws SQLException {
    String sql = "SELECT " + COLUMNS + " FROM " + db + ".pull_device WHERE battery_id = ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, battery);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? device(row, (id, why) -> {}) : Optional.empty();
      }
    }
  }

  /** Sets what somebody wants; what was known of an earlier address is forgotten. */
  static void put(
      Connection connection, String db, long battery, PullAddress address, boolean on, Instant now)
      throws SQLException {
    String sql =
        "INSERT INTO "
            + db
            + ".pull_device (battery_id, address, enabled, state, fault, detail, failures,"
            + " changed_at) VALUES (?, ?, ?, 'IDLE', '', '', 0, ?) ON DUPLICATE KEY UPDATE"
            // In this order: each sees what those before it have set.
            + " last_contact = IF(address = VALUES(address), last_contact, NULL),"
            + " last_failure = IF(address = VALUES(address), last_failure, NULL),"
            + " address = VALUES(address), enabled = VALUES(enabled), state = 'IDLE', fault = '',"
            + " detail = '', failures = 0, next_try = NULL, changed_at = VALUES(changed_at)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setLong(1, battery);
      insert.setString(2, address.toString());
      insert.setBoolean(3, on);
      insert.setString(4, InstantConverter.text(now));
      insert.executeUpdate();
    }
  }

  /** Writes down how it goes, unless its address has been changed meanwhile. */
  static void tell(Connection connection, String db, PullDevice device) throws SQLException {
    String sql =
        "UPDATE "
            + db
            + ".pull_device SET state = ?, last_contact = ?, last_failure = ?, fault = ?,"
            + " detail = ?, failures = ?, next_try = ? WHERE battery_id = ? AND address = ?";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, device.state().name());
      update.setString(2, text(device.lastContact()));
      update.setString(3, text(device.lastFailure()));
      update.setString(4, device.fault().map(Enum::name).orElse(""));
      update.setString(5, cut(device.detail()));
      update.setInt(6, device.failures());
      update.setString(7, text(device.nextTry()));
      update.setLong(8, device.batteryId());
      update.setString(9, device.address().toString());
      update.executeUpdate();
    }
  }

  private static Optional<PullDevice> device(ResultSet row, Unreadable unreadable)
      throws SQLException {
    long battery = row.getLong(1);
    try {
      String fault = row.getString(7);
      return Optional.of(
          new PullDevice(
              battery,
              PullAddress.parse(row.getString(2)),
              row.getBoolean(3),
              state(row.getString(4)),
              instant(row.getString(5)),
              instant(row.getString(6)),
              fault.isEmpty() ? Optional.empty() : Optional.of(PullFault.stored(fault)),
              row.getString(8),
              row.getInt(9),
              instant(row.getString(10))));
    } catch (InvalidException e) {
      unreadable.is(battery, e.getMessage());
      return Optional.empty();
    }
  }

  private static PullDevice.State state(String name) {
    for (PullDevice.State state : PullDevice.State.values()) {
      if (state.name().equals(name)) {
        return state;
      }
    }
    return PullDevice.State.IDLE;
  }

  private static Optional<Instant> instant(String column) {
    return Optional.ofNullable(column).map(InstantConverter::instant);
  }

  private static String text(Optional<Instant> instant) {
    return instant.map(InstantConverter::text).orElse(null);
  }

  private static String cut(String text) {
    return text.length() > 200 ? text.substring(0, 199) + "…" : text;
  }
}
