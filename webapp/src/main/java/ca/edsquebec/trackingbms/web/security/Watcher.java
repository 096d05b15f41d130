package ca.edsquebec.trackingbms.web.security;

import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.identity.Principal;
import ca.edsquebec.trackingbms.tenant.BatteryScope;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Who opened a WebSocket, with the means to ask again later. Safe for any number of threads. */
public final class Watcher implements java.security.Principal {

  private final Permission permission;
  private final Supplier<Optional<Principal>> again;
  private final Predicate<TenantId> isThere;
  private volatile Caller caller;

  /**
   * @param permission that watching takes
   * @param again what the credentials of then prove now
   * @param isThere whether a client can be seen: not when it is being deleted
   */
  Watcher(
      Caller caller,
      Permission permission,
      Supplier<Optional<Principal>> again,
      Predicate<TenantId> isThere) {
    this.caller = caller;
    this.permission = permission;
    this.again = again;
    this.isThere = isThere;
  }

  @Override
  public String getName() {
    return caller.principal().name();
  }

  public TenantId tenant() {
    return caller.tenant();
  }

  /** What it may see at this moment, by the rights that it had when last asked. */
  public Viewer viewer() {
    return caller.viewer();
  }

  /** For which batteries it may send, by the rights that it had when last asked. */
  public BatteryScope sending() {
    return caller.sending();
  }

  /**
   * Asks again: the session or the visit may have ended, the permission been taken away, the scope
   * been changed, the client be gone.
   */
  public boolean mayStillWatch() {
    if (!isThere.test(tenant())) {
      return false;
    }
    Optional<Caller> now = again.get().map(caller::as).filter(still -> still.may(permission));
    now.ifPresent(still -> caller = still);
    return now.isPresent();
  }
}
