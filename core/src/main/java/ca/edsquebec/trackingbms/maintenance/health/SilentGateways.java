package ca.edsquebec.trackingbms.maintenance.health;

import ca.edsquebec.trackingbms.gateway.Gateways;
import ca.edsquebec.trackingbms.platform.InstantConverter;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;

/** Whether a client hears nothing since its gateways are silent, and for no other reason. */
final class SilentGateways {

  private static final String HEARD_OTHERWISE =
      "SELECT COUNT(*), COALESCE(SUM(l.battery_id IN (SELECT b.battery_id FROM %1$s.gateway_battery b"
          + " JOIN %1$s.gateway g ON g.id = b.gateway_id WHERE g.last_contact <"
          + " CAST(? AS DATETIME(3)) - INTERVAL g.silent_after_ms * 1000 MICROSECOND)), 0)"
          + " FROM %1$s.sample_latest l WHERE l.received_at > ?";

  private final TenantDatabase database;
  private final Duration dormant;

  /**
   * @param dormant a battery that is silent for longer has stopped, and everybody knows
   */
  SilentGateways(TenantDatabase database, Duration dormant) {
    this.database = database;
    this.dormant = dormant;
  }

  /** True when all batteries of the client that should be heard are behind silent gateways. */
  boolean explain(TenantId client, Instant now) {
    return database.sql(
        client,
        (connection, db) -> {
          try (PreparedStatement query =
              connection.prepareStatement(HEARD_OTHERWISE.formatted(db))) {
            query.setString(1, InstantConverter.text(now.minus(Gateways.BEHIND)));
            query.setLong(2, now.minus(dormant).toEpochMilli());
            try (ResultSet row = query.executeQuery()) {
              row.next();
              return row.getLong(1) > 0 && row.getLong(1) == row.getLong(2);
            }
          }
        });
  }
}
