package ca.edsquebec.trackingbms.gateway;

import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.List;

/**
 * Gateways as the database has them, for programs other than the portal: contacts are up to {@link
 * Gateways#BEHIND} older than they are. With the errors of {@link TenantDatabase}.
 */
public final class StoredGateways {

  private final TenantDatabase database;

  public StoredGateways(TenantDatabase database) {
    this.database = database;
  }

  /** All of a client, by age. */
  public List<Gateway> of(TenantId tenant) {
    return database.sqlSnapshot(tenant, (connection, db) -> new GatewayTable(connection, db).all());
  }
}
