package ca.edsquebec.trackingbms.jobs.tenant;

import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.tenant.Tenant;
import java.util.Locale;

/** What the command line tells of how a client stands. */
final class TenantFields {

  private TenantFields() {}

  static Fields of(Tenant tenant) {
    return new Fields()
        .with("client", tenant.id().slug())
        .with("name", tenant.name())
        .with("status", status(tenant))
        .with("reason", tenant.hold().map(Tenant.Hold::reason))
        .with("since", tenant.hold().map(Tenant.Hold::since))
        .with("eraseAt", tenant.hold().flatMap(Tenant.Hold::eraseAt));
  }

  static String status(Tenant tenant) {
    return tenant.status().name().toLowerCase(Locale.ROOT);
  }
}
