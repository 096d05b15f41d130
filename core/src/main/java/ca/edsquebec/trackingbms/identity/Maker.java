package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.tenant.TenantId;

/**
 * Who gives something away that opens a client's batteries, and how much of that is theirs to give:
 * a key or a link never opens more than its maker sees.
 *
 * @param mayRead whether the maker may read batteries
 * @param access which ones
 */
public record Maker(Actor actor, boolean mayRead, BatteryAccess access) {

  /** Whoever runs the program itself. */
  public static Maker operator(Actor actor) {
    return new Maker(actor, true, BatteryAccess.ALL);
  }

  public static Maker of(Actor actor, Principal principal, TenantId tenant) {
    return new Maker(actor, principal.may(tenant, Permission.VIEW_FLEET), principal.access(tenant));
  }

  /**
   * @throws InvalidException of the field {@code access} when that is not within the maker's own
   */
  void requireOwn(BatteryAccess given) {
    if (!access.includes(given)) {
      throw new InvalidException("access", "nobody gives away more batteries than they see");
    }
  }

  /**
   * @throws RightsRefused when something of batteries beyond the maker's own is to be changed
   */
  void requireReach(BatteryAccess concerned) {
    if (!access.includes(concerned)) {
      throw new RightsRefused(RightsRefused.Reason.BEYOND_OWN);
    }
  }

  /**
   * @throws InvalidException of that field when the maker may not read
   */
  void requireReading(String field) {
    if (!mayRead) {
      throw new InvalidException(field, "nobody lets others read who may not");
    }
  }
}
