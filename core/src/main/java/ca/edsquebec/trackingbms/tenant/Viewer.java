package ca.edsquebec.trackingbms.tenant;

/**
 * On whose behalf something is read: every read face takes one, so that a query can't leave its
 * tenant or its scope.
 *
 * @param principal who, for the record: {@code user:12}, {@code key:ab12cd}, {@code system}
 */
public record Viewer(TenantId tenant, String principal, BatteryScope scope) {

  /** The program itself, or its operator at the command line: sees all of one tenant. */
  public static Viewer system(TenantId tenant) {
    return new Viewer(tenant, "system", BatteryScope.ALL);
  }
}
