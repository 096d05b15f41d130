package ca.edsquebec.trackingbms.web.demo;

import ca.edsquebec.trackingbms.platform.InstantConverter;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * Gateways of the demo, one of each fate: silent with the pallet truck behind it, in contact with a
 * clock that is off, awaited. Written as the portal writes what gateways said, since none does.
 */
final class DemoGateways {

  private static final String ADD =
      "INSERT IGNORE INTO %s.gateway (uid, code, name, silent_after_ms, version, last_contact,"
          + " backlog, clock_offset_ms, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String PUT =
      "INSERT IGNORE INTO %1$s.gateway_battery (battery_id, gateway_id) SELECT b.id, g.id FROM"
          + " %1$s.battery b, %1$s.gateway g WHERE b.code = ? AND g.code = ?";

  private final Connection connection;
  private final String db;
  private final Instant now;

  private DemoGateways(Connection connection, String db, Instant now) {
    this.connection = connection;
    this.db = db;
    this.now = now;
  }

  /** Those of the client whose batteries have these codes; what is there already stays. */
  static void make(TenantDatabase database, TenantId client, Instant now) {
    var unused =
        database.sqlTransaction(
            client,
            (connection, db) -> {
              DemoGateways demo = new DemoGateways(connection, db, now);
              Instant silent = now.minus(Duration.ofHours(3));
              demo.add("demogwa1", "chomedey", "Entrepôt Chomedey", 5, silent, 412L, -40L);
              demo.add("demogwb2", "hotel-de-ville", "Hôtel de ville", 10_080, now, 0L, 185_000L);
              demo.add("demogwc3", "chalet", "Chalet du parc", 15, null, null, null);
              demo.put("LAV-05", "chomedey");
              demo.put("LAV-07", "hotel-de-ville");
              return null;
            });
  }

  private void add(
      String uid, String code, String name, long minutes, Instant contact, Long backlog, Long off)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ADD.formatted(db))) {
      insert.setString(1, uid);
      insert.setString(2, code);
      insert.setString(3, name);
      insert.setLong(4, Duration.ofMinutes(minutes).toMillis());
      insert.setString(5, contact == null ? "" : "TrackingBMS-Forward/1.0.0");
      insert.setString(6, contact == null ? null : InstantConverter.text(contact));
      insert.setObject(7, backlog);
      insert.setObject(8, off);
      insert.setString(9, InstantConverter.text(now));
      insert.executeUpdate();
    }
  }

  private void put(String battery, String gateway) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(PUT.formatted(db))) {
      insert.setString(1, battery);
      insert.setString(2, gateway);
      insert.executeUpdate();
    }
  }
}
