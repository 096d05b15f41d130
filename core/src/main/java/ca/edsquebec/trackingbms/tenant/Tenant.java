package ca.edsquebec.trackingbms.tenant;

import java.time.Instant;

/**
 * A client as the registry knows it.
 *
 * @param name what people read
 * @param database the name of its database
 */
public record Tenant(TenantId id, String name, String database, Status status, Instant createdAt) {

  /** Where a tenant is in its life. Stored by name. */
  public enum Status {
    /** Being made: its database may be incomplete. */
    PROVISIONING,
    ACTIVE
  }
}
