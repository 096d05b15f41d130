package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import java.util.Locale;
import java.util.Optional;

/**
 * What people say of themselves. Safe for any number of threads; to be called outside of any unit
 * of work.
 */
public final class Profiles {

  private final RegistryDatabase registry;
  private final Audit audit;

  Profiles(RegistryDatabase registry, Audit audit) {
    this.registry = registry;
    this.audit = audit;
  }

  /**
   * @param name what others read
   * @param locale the language that this person reads
   * @throws InvalidException when the name is blank or too long
   */
  public void change(Actor by, long userId, String name, Locale locale) {
    String checked = Accounts.name("name", name);
    registry.write(
        em -> {
          em.find(UserRow.class, userId).rename(checked, locale);
          audit.record(
              em, Optional.empty(), by, Change.of(Action.PROFILE_CHANGED, "user:" + userId));
          return null;
        });
  }
}
