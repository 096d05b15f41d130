package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the person out of a session: the one place that says what somebody who signed in may. */
final class Principals {

  private Principals() {}

  /**
   * @param session a live one
   */
  static Principal.User of(EntityManager em, SessionRow session, Instant now) {
    UserRow user = session.user();
    // Whoever must have a second factor and has none may do nothing but set it up.
    boolean held = FactorPolicy.isRequiredOf(em, user.id()) && !SecondFactor.isOn(em, user.id());
    boolean platform = user.isPlatformAdmin() && !held;
    Map<TenantId, Membership> memberships =
        held ? new HashMap<>() : new HashMap<>(memberships(em, user));
    // Who became a member meanwhile is no visitor any more.
    Optional<SupportVisit> visit =
        platform
            ? SupportVisitRow.of(em, session.id(), now)
                .filter(one -> !memberships.containsKey(one.tenant()))
            : Optional.empty();
    visit.ifPresent(one -> memberships.put(one.tenant(), SupportVisit.MEMBERSHIP));
    return new Principal.User(
        user.id(),
        user.email(),
        user.displayName(),
        user.locale(),
        platform,
        memberships,
        held,
        session.id(),
        visit);
  }

  private static Map<TenantId, Membership> memberships(EntityManager em, UserRow user) {
    return em.createQuery(
            "select m from MembershipRow m left join fetch m.customRole"
                + " where m.user.id = :user and m.deactivatedAt is null",
            MembershipRow.class)
        .setParameter("user", user.id())
        .getResultStream()
        .collect(Collectors.toMap(MembershipRow::tenant, MembershipRow::membership));
  }
}
