package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Optional;

/**
 * Which clients ask their people for a second factor. Who lacks it may do nothing but set it up;
 * that holds within a second. Safe for any number of threads; to be called outside of any unit of
 * work.
 */
public final class FactorPolicy {

  private final RegistryDatabase registry;
  private final Audit audit;

  FactorPolicy(RegistryDatabase registry, Audit audit) {
    this.registry = registry;
    this.audit = audit;
  }

  public boolean isRequired(TenantId tenant) {
    return registry.read(em -> isRequiredBy(em, tenant));
  }

  static boolean isRequiredBy(EntityManager em, TenantId tenant) {
    FactorPolicyRow row = em.find(FactorPolicyRow.class, tenant.slug());
    return row != null && row.isRequired();
  }

  /** Repeating it changes nothing. */
  public void require(Actor by, TenantId tenant, boolean required) {
    registry.write(
        em -> {
          FactorPolicyRow row = em.find(FactorPolicyRow.class, tenant.slug());
          boolean before = row != null && row.isRequired();
          if (before == required) {
            return null;
          }
          em.merge(new FactorPolicyRow(tenant, required));
          audit.record(
              em,
              Optional.of(tenant),
              by,
              new Change(
                  Action.SECOND_FACTOR_POLICY_CHANGED,
                  "client:" + tenant.slug(),
                  Map.of("required", Boolean.toString(before)),
                  Map.of("required", Boolean.toString(required))));
          return null;
        });
  }

  /** Whether one of this person's clients asks for it. */
  static boolean isRequiredOf(EntityManager em, long userId) {
    return em.createQuery(
                "select count(p) from FactorPolicyRow p, MembershipRow m"
                    + " where m.user.id = :user and m.tenant = p.tenant"
                    + " and m.deactivatedAt is null and p.required = true",
                Long.class)
            .setParameter("user", userId)
            .getSingleResult()
        > 0;
  }
}
