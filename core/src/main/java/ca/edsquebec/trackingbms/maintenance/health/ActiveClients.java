package ca.edsquebec.trackingbms.maintenance.health;

import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.List;

/** Clients whose databases are to be looked at: neither suspended nor half made or half deleted. */
final class ActiveClients {

  private ActiveClients() {}

  static List<TenantId> of(Databases databases) {
    return databases.tenants().list().stream()
        .filter(client -> client.status() == Tenant.Status.ACTIVE)
        .map(Tenant::id)
        .toList();
  }
}
