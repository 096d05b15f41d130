package ca.edsquebec.trackingbms.maintenance.health;

import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.DatabaseException;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When the newest sample of each client came, from the table that has a row a battery. One battery
 * that is off is a state; all of a client's that fall silent within the same hour are a fault.
 */
final class IngestCheck implements Check {

  private static final Duration SILENT = Duration.ofHours(1);
  private static final Duration ALL_SILENT = Duration.ofMinutes(15);

  /** A client that is silent for longer has stopped, and everybody knows. */
  private static final Duration DORMANT = Duration.ofDays(7);

  private final Databases databases;
  private final SilentGateways silentGateways;
  private final Clock clock;

  IngestCheck(Surroundings around) {
    this.databases = around.databases();
    this.silentGateways = new SilentGateways(databases.tenantDatabase(), DORMANT);
    this.clock = around.clock();
  }

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public List<Finding> look() {
    Instant now = clock.instant();
    List<Finding> findings = new ArrayList<>();
    List<Instant> newest = new ArrayList<>();
    for (TenantId client : ActiveClients.of(databases)) {
      Optional<Instant> last = Optional.empty();
      Finding finding;
      try {
        last = newest(client);
        finding = judge(last, now, SILENT, Status.WARN);
        if (finding.status().isBad() && silentGateways.explain(client, now)) {
          // Each of these gateways is told of already, with what is behind it.
          finding = Finding.unknown(name(), "gateways");
        }
      } catch (UnavailableException | DatabaseException away) {
        // The check of the clients' databases tells of it.
        finding = Finding.unknown(name(), "away");
      }
      last.ifPresent(newest::add);
      findings.add(finding.about(client.slug()));
    }
    Optional<Instant> ofAll = newest.stream().max(Instant::compareTo);
    findings.add(0, judge(ofAll, now, ALL_SILENT, Status.FAIL));
    return findings;
  }

  private Finding judge(Optional<Instant> last, Instant now, Duration limit, Status worst) {
    if (last.isEmpty()) {
      return Finding.unknown(name(), "none");
    }
    Duration age = Duration.between(last.get(), now);
    Measure measure = Measure.seconds(age, limit);
    if (age.compareTo(DORMANT) > 0) {
      return Finding.of(name(), Status.UNKNOWN, "dormant", measure);
    }
    return age.compareTo(limit) > 0
        ? Finding.of(name(), worst, "silent", measure)
        : Finding.of(name(), Status.OK, "ok", measure);
  }

  private Optional<Instant> newest(TenantId client) {
    return databases
        .tenantDatabase()
        .sql(
            client,
            (connection, db) -> {
              try (Statement statement = connection.createStatement();
                  ResultSet row =
                      statement.executeQuery(
                          "SELECT MAX(received_at) FROM " + db + ".sample_latest")) {
                row.next();
                long millis = row.getLong(1);
                return row.wasNull()
                    ? Optional.<Instant>empty()
                    : Optional.of(Instant.ofEpochMilli(millis));
              }
            });
  }
}
