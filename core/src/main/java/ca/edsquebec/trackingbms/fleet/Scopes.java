package ca.edsquebec.trackingbms.fleet;

import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.identity.Principal;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.BatteryScope;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Makes the viewer of a principal, and nothing else does: so nobody reads without his scope. What
 * was said by type, place or battery becomes the batteries of now, from the directory's memory: a
 * battery that was moved is seen at its new place, and no more at the old one, within 10 s.
 *
 * <p>Safe for any number of threads. As long as neither fleet nor access changes, a scope is the
 * very same object: what was made for it can be found by it. The errors are those of {@link
 * BatteryDirectory}.
 */
public final class Scopes {

  private static final int KEPT = 1000;
  private static final BatteryScope NOTHING = BatteryScope.only(Set.of());

  private record Key(TenantId tenant, BatteryAccess access) {}

  /**
   * @param fleet the directory's list as it was then
   */
  private record Resolved(List<Battery> fleet, BatteryScope scope) {}

  private final BatteryDirectory directory;
  private final Map<Key, Resolved> known = new ConcurrentHashMap<>();

  public Scopes(BatteryDirectory directory) {
    this.directory = directory;
  }

  /**
   * On whose behalf to read. Who may not read the fleet sees none of its batteries.
   *
   * @throws NotFoundException when it does not belong to that client, whether that exists or not
   */
  public Viewer viewer(Principal principal, TenantId tenant) {
    if (!principal.tenants().contains(tenant)) {
      throw new NotFoundException("client \"" + tenant + "\"");
    }
    boolean reads = principal.may(tenant, Permission.VIEW_FLEET);
    return new Viewer(
        tenant, principal.name(), reads ? scope(tenant, principal.access(tenant)) : NOTHING);
  }

  /** Which batteries that are now, retired ones too. */
  public BatteryScope scope(TenantId tenant, BatteryAccess access) {
    if (access.isAll()) {
      return BatteryScope.ALL;
    }
    if (access.uids().isEmpty()) {
      return NOTHING;
    }
    List<Battery> fleet = directory.all(Viewer.system(tenant));
    Key key = new Key(tenant, access);
    Resolved before = known.get(key);
    if (before != null && before.fleet() == fleet) {
      return before.scope();
    }
    BatteryScope now = resolve(fleet, access);
    BatteryScope scope = before != null && before.scope().equals(now) ? before.scope() : now;
    if (known.size() >= KEPT) {
      known.clear();
    }
    known.put(key, new Resolved(fleet, scope));
    return scope;
  }

  private static BatteryScope resolve(List<Battery> fleet, BatteryAccess access) {
    Function<Battery, String> uid =
        switch (access.kind()) {
          case TYPES -> battery -> battery.type().uid();
          case PLACES -> battery -> battery.place().uid();
          default -> Battery::uid;
        };
    Set<Long> ids = new HashSet<>();
    for (Battery battery : fleet) {
      if (access.uids().contains(uid.apply(battery))) {
        ids.add(battery.id());
      }
    }
    return BatteryScope.only(ids);
  }
}
