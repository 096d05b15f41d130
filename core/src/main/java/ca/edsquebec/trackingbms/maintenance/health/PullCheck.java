package ca.edsquebec.trackingbms.maintenance.health;

import ca.edsquebec.trackingbms.platform.InstantConverter;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.DatabaseException;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Batteries that the portal asks and that have not answered for an hour. One that is away is its
 * client's matter; where half of them are, and several, it is the way to them or the portal.
 */
final class PullCheck implements Check {

  private static final Duration SILENT = Duration.ofHours(1);
  private static final int SEVERAL = 2;

  private final Databases databases;
  private final Clock clock;

  PullCheck(Surroundings around) {
    this.databases = around.databases();
    this.clock = around.clock();
  }

  @Override
  public String name() {
    return "pull";
  }

  @Override
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    for (TenantId client : ActiveClients.of(databases)) {
      Finding finding;
      try {
        finding = ofClient(client);
      } catch (UnavailableException | DatabaseException away) {
        // The check of the clients' databases tells of it.
        finding = Finding.unknown(name(), "away");
      }
      findings.add(finding.about(client.slug()));
    }
    return findings.isEmpty() ? List.of(Finding.unknown(name(), "none")) : findings;
  }

  /**
   * @param since when the one that is silent for longest was heard last, as a date
   */
  static Finding judge(long silent, long asked, String since) {
    if (asked == 0) {
      return Finding.unknown("pull", "none");
    }
    Measure measure = Measure.of(silent, asked, Measure.Unit.COUNT);
    if (silent == 0) {
      return Finding.of("pull", Status.OK, "ok", measure);
    }
    return silent >= SEVERAL && silent * 2 >= asked
        ? Finding.of("pull", Status.WARN, "many", measure).with(since)
        : Finding.of("pull", Status.OK, "some", measure).with(since);
  }

  private Finding ofClient(TenantId client) {
    String sql =
        "SELECT COUNT(*), COALESCE(SUM(silent), 0), MIN(CASE WHEN silent THEN since END) FROM"
            + " (SELECT COALESCE(last_contact, changed_at) AS since, failures > 0"
            + " AND COALESCE(last_contact, changed_at) < ? AS silent"
            + " FROM %s.pull_device WHERE enabled) AS device";
    return databases
        .tenantDatabase()
        .sql(
            client,
            (connection, db) -> {
              try (PreparedStatement query = connection.prepareStatement(sql.formatted(db))) {
                query.setString(1, InstantConverter.text(clock.instant().minus(SILENT)));
                try (ResultSet row = query.executeQuery()) {
                  row.next();
                  String since = row.getString(3);
                  return judge(
                      row.getLong(2), row.getLong(1), since == null ? "" : since.split(" ")[0]);
                }
              }
            });
  }
}
