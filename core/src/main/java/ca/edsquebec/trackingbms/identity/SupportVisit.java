package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Instant;

/**
 * That an administrator of the platform looks as a client, from one session.
 *
 * @param tenant the client that is looked at
 * @param until from then on it is over by itself
 */
public record SupportVisit(TenantId tenant, Instant until) {

  /** Reads batteries and nothing else: the audit and the people's pages tell of persons. */
  public static final Membership MEMBERSHIP = new Membership(Role.READ_ONLY, BatteryAccess.ALL);
}
