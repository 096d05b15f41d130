package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Invitations that were not answered yet, within a unit of work on the registry. */
final class OpenInvitations {

  private static final String SELECT =
      "select i from InvitationRow i where i.tenant = :tenant"
          + " and i.acceptedAt is null and i.withdrawnAt is null";

  private final Audit audit;
  private final Clock clock;

  OpenInvitations(Audit audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  /** All of a client's, by address. */
  static List<InvitationRow> of(EntityManager em, TenantId tenant) {
    return em.createQuery(SELECT + " order by i.email", InvitationRow.class)
        .setParameter("tenant", tenant.slug())
        .getResultList();
  }

  /** Those of one person, whom nobody else can accept or change until the transaction ends. */
  static List<InvitationRow> lock(EntityManager em, TenantId tenant, Email email) {
    return em.createQuery(SELECT + " and i.email = :email order by i.id", InvitationRow.class)
        .setParameter("tenant", tenant.slug())
        .setParameter("email", email.text())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /**
   * @throws NotFoundException when the client has no such open invitation
   */
  static InvitationRow lock(EntityManager em, TenantId tenant, long id) {
    return Optional.ofNullable(em.find(InvitationRow.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(row -> row.tenant().equals(tenant) && row.isOpen())
        .orElseThrow(() -> new NotFoundException("invitation " + id));
  }

  static boolean give(EntityManager em, TenantId tenant, String role) {
    return of(em, tenant).stream().anyMatch(row -> row.roleId().equals(role));
  }

  static Membership membership(EntityManager em, InvitationRow row) {
    Role role =
        Role.builtIn(row.roleId())
            .orElseGet(() -> Roles.ownRow(em, row.tenant(), row.roleId()).toRole());
    return new Membership(role, row.access());
  }

  /** What was offered to somebody before says nothing about who became, was or ceased a member. */
  void withdraw(EntityManager em, Actor by, TenantId tenant, String email) {
    lock(em, tenant, new Email(email)).forEach(row -> withdraw(em, by, row));
  }

  void withdraw(EntityManager em, Actor by, InvitationRow row) {
    row.withdraw(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    record(em, by, row, Action.INVITATION_WITHDRAWN);
  }

  void record(EntityManager em, Actor by, InvitationRow row, Action action) {
    audit.record(
        em,
        Optional.of(row.tenant()),
        by,
        Change.made(
            action,
            "invitation:" + row.id(),
            Map.of("role", row.roleId(), "access", row.access().text())));
  }
}
