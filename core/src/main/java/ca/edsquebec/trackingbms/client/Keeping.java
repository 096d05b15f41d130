package ca.edsquebec.trackingbms.client;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.RetentionPeriod;
import ca.edsquebec.trackingbms.tenant.RetentionPeriods;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.Map;
import java.util.Optional;

/**
 * How long a client keeps its samples, as its administrators change it: recorded with the change.
 * Safe for any number of threads; to be called outside of any unit of work.
 */
public final class Keeping {

  private final RegistryDatabase registry;
  private final RetentionPeriods periods;
  private final Audit audit;

  public Keeping(RegistryDatabase registry, RetentionPeriods periods, Audit audit) {
    this.registry = registry;
    this.periods = periods;
    this.audit = audit;
  }

  /**
   * What is so already changes nothing and is not recorded. Nothing is deleted now; a longer period
   * brings nothing back.
   *
   * @param own empty to keep them as the installation does
   * @throws NotFoundException when there is no such client
   */
  public void change(Actor by, TenantId tenant, Optional<RetentionPeriod> own) {
    registry.write(
        em -> {
          Optional<RetentionPeriod> before = periods.held(em, tenant);
          if (!before.equals(own)) {
            periods.change(em, tenant, own);
            audit.record(
                em,
                Optional.of(tenant),
                by,
                new Change(
                    Action.RETENTION_CHANGED, "client:" + tenant, values(before), values(own)));
          }
          return null;
        });
  }

  private Map<String, String> values(Optional<RetentionPeriod> own) {
    return Map.of("retention", own.orElse(periods.ofInstallation()).toString());
  }
}
