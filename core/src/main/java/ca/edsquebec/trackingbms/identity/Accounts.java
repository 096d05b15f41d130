package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** Questions about accounts, asked within a unit of work on the registry. */
final class Accounts {

  private Accounts() {}

  static Optional<UserRow> find(EntityManager em, Email email) {
    return em.createQuery("select u from UserRow u where u.email = :email", UserRow.class)
        .setParameter("email", email.text())
        .getResultStream()
        .findFirst();
  }

  static Optional<MembershipRow> membership(EntityManager em, UserRow user, TenantId tenant) {
    return em.createQuery(
            "select m from MembershipRow m where m.user.id = :user and m.tenant = :tenant",
            MembershipRow.class)
        .setParameter("user", user.id())
        .setParameter("tenant", tenant.slug())
        .getResultStream()
        .findFirst();
  }

  /** Whether the person belongs, or belonged, to another client. */
  static boolean belongsElsewhere(EntityManager em, UserRow user, TenantId tenant) {
    return em.createQuery(
                "select count(m) from MembershipRow m"
                    + " where m.user.id = :user and m.tenant <> :tenant",
                Long.class)
            .setParameter("user", user.id())
            .setParameter("tenant", tenant.slug())
            .getSingleResult()
        > 0;
  }

  /** To which a person belongs, or belonged; always in the same order. */
  static List<TenantId> clients(EntityManager em, long userId) {
    return em.createQuery(
            "select m.tenant from MembershipRow m where m.user.id = :user order by m.tenant",
            String.class)
        .setParameter("user", userId)
        .getResultStream()
        .map(TenantId::new)
        .toList();
  }

  /** Asked of the table itself: what the cache of tenants says may be seconds old. */
  static Tenant.Status tenantStatus(EntityManager em, TenantId tenant) {
    return em.createQuery("select t.status from TenantRow t where t.slug = :slug", String.class)
        .setParameter("slug", tenant.slug())
        .getResultStream()
        .findFirst()
        .map(Tenant.Status::valueOf)
        .orElseThrow(() -> new NotFoundException("client \"" + tenant + "\""));
  }

  /** A text on one line, without blanks around it; 1 to 120 characters. */
  static String name(String field, String text) {
    String name = text.strip();
    if (name.isEmpty() || name.length() > 120 || name.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidException(
          field,
          "%s is \"%s\"; allowed: 1 to 120 characters on one line"
              .formatted(field, name.substring(0, Math.min(name.length(), 120))));
    }
    return name;
  }
}
