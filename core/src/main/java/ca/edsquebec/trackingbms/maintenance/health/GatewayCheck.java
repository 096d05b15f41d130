package ca.edsquebec.trackingbms.maintenance.health;

import ca.edsquebec.trackingbms.gateway.Gateway;
import ca.edsquebec.trackingbms.gateway.Gateways;
import ca.edsquebec.trackingbms.gateway.StoredGateways;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.DatabaseException;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether gateways are heard of: a finding a gateway with batteries behind it, however many those
 * are. Of one that is silent for very long everybody knows.
 */
final class GatewayCheck implements Check {

  private static final Duration DORMANT = Duration.ofDays(7);

  private final Databases databases;
  private final StoredGateways gateways;
  private final Clock clock;

  GatewayCheck(Surroundings around) {
    this.databases = around.databases();
    this.gateways = new StoredGateways(databases.tenantDatabase());
    this.clock = around.clock();
  }

  @Override
  public String name() {
    return "gateways";
  }

  @Override
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    for (TenantId client : ActiveClients.of(databases)) {
      try {
        gateways.of(client).stream()
            .filter(gateway -> !gateway.batteries().isEmpty())
            .map(gateway -> judge(gateway, clock.instant()).about(subject(client, gateway)))
            .forEach(findings::add);
      } catch (UnavailableException | DatabaseException away) {
        // The check of the clients' databases tells of it.
        findings.add(Finding.unknown(name(), "away").about(client.slug()));
      }
    }
    return findings.isEmpty() ? List.of(Finding.unknown(name(), "none")) : findings;
  }

  static String subject(TenantId client, Gateway gateway) {
    return client.slug() + "/" + gateway.uid();
  }

  /** What is stored may be older than what is so. */
  static Finding judge(Gateway gateway, Instant now) {
    String detail = gateway.name() + ", " + gateway.batteries().size();
    if (gateway.contact().at().isEmpty()) {
      return Finding.of("gateways", Status.UNKNOWN, "awaited", Measure.NONE).with(detail);
    }
    Duration limit = gateway.silentAfter().plus(Gateways.BEHIND);
    Duration age = Duration.between(gateway.contact().at().get(), now);
    Measure measure = Measure.seconds(age, limit);
    if (age.compareTo(DORMANT.plus(limit)) > 0) {
      return Finding.of("gateways", Status.UNKNOWN, "dormant", measure).with(detail);
    }
    return age.compareTo(limit) > 0
        ? Finding.of("gateways", Status.WARN, "silent", measure).with(detail)
        : Finding.of("gateways", Status.OK, "ok", measure).with(detail);
  }
}
