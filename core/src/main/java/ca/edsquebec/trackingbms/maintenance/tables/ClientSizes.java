package ca.edsquebec.trackingbms.maintenance.tables;

import ca.edsquebec.trackingbms.platform.InstantConverter;
import ca.edsquebec.trackingbms.telemetry.DiskForecast;
import ca.edsquebec.trackingbms.telemetry.DiskUse;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What clients' databases take, remembered: to measure it reads a week of chunks. Safe for any
 * number of threads, none of which may be within a unit of work.
 */
public final class ClientSizes {

  private final RegistryDatabase registry;
  private final DiskForecast forecast;
  private final Clock clock;

  public ClientSizes(RegistryDatabase registry, DiskForecast forecast, Clock clock) {
    this.registry = registry;
    this.forecast = forecast;
    this.clock = clock;
  }

  /**
   * Measures one unless that was done within that time.
   *
   * @return whether it was measured
   */
  public boolean measureUnlessYounger(TenantId tenant, Duration age) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    boolean young =
        Optional.ofNullable(all().get(tenant.slug()))
            .filter(size -> size.measuredAt().plus(age).isAfter(now))
            .isPresent();
    if (!young) {
      put(tenant, forecast.of(tenant), now);
    }
    return !young;
  }

  private void put(TenantId tenant, DiskUse use, Instant now) {
    registry.sql(
        (connection, db) -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "REPLACE INTO "
                      + db
                      + ".tenant_size (tenant, measured_at, bytes, bytes_a_day, bytes_in_a_year)"
                      + " VALUES (?, ?, ?, ?, ?)")) {
            insert.setString(1, tenant.slug());
            insert.setString(2, InstantConverter.text(now));
            insert.setLong(3, use.now().totalBytes());
            insert.setLong(4, use.growth().bytesPerDay());
            insert.setLong(5, use.bytesInAYear());
            return insert.executeUpdate();
          }
        });
  }

  /** Of those that were measured, by short name. */
  public Map<String, ClientSize> all() {
    return registry.sql(
        (connection, db) -> {
          try (PreparedStatement query =
                  connection.prepareStatement(
                      "SELECT * FROM " + db + ".tenant_size ORDER BY tenant");
              ResultSet row = query.executeQuery()) {
            Map<String, ClientSize> sizes = new LinkedHashMap<>();
            while (row.next()) {
              sizes.put(
                  row.getString("tenant"),
                  new ClientSize(
                      InstantConverter.instant(row.getString("measured_at")),
                      row.getLong("bytes"),
                      row.getLong("bytes_a_day"),
                      row.getLong("bytes_in_a_year")));
            }
            return sizes;
          }
        });
  }
}
