package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;

/** What somebody administers, and who else does. */
final class Administrations {

  private Administrations() {}

  /**
   * @param lock of all that administer the same, so that of two who are erased at once one stays;
   *     none to look only
   * @throws ErasureRefused when this person is the last one anywhere
   */
  static void requireOthers(EntityManager em, UserRow user, LockModeType lock) {
    List<TenantId> alone = new ArrayList<>();
    for (TenantId client : Accounts.clients(em, user.id())) {
      List<MembershipRow> all = Members.administrators(em, client, lock);
      if (all.size() == 1 && all.get(0).user().id() == user.id()) {
        alone.add(client);
      }
    }
    boolean last =
        user.isPlatformAdmin() && PlatformAdministrators.administrators(em, lock).size() == 1;
    if (last || !alone.isEmpty()) {
      throw new ErasureRefused(alone, last);
    }
  }
}
