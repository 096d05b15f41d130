package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@Entity
@Table(name = "support_visit")
@SuppressWarnings("UnusedVariable") // Some columns are asked for in queries only, or by people.
class SupportVisitRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "session_id")
  private String sessionId;

  @Column(name = "user_id")
  private long userId;

  private String tenant;
  private String reason;

  @Column(name = "begun_at")
  private Instant begunAt;

  @Column(name = "until")
  private Instant until;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected SupportVisitRow() {}

  SupportVisitRow(SessionRow session, SupportVisit visit, String reason, Instant now) {
    this.sessionId = session.id();
    this.userId = session.user().id();
    this.tenant = visit.tenant().slug();
    this.reason = reason;
    this.begunAt = now;
    this.until = visit.until();
  }

  /** Those of these sessions that go on, the same client's together. */
  static List<SupportVisitRow> open(EntityManager em, Collection<String> sessions, Instant now) {
    if (sessions.isEmpty()) {
      return List.of();
    }
    return em.createQuery(
            "select v from SupportVisitRow v where v.sessionId in :sessions"
                + " and v.endedAt is null and v.until > :now order by v.tenant, v.id",
            SupportVisitRow.class)
        .setParameter("sessions", List.copyOf(sessions))
        .setParameter("now", now)
        .getResultList();
  }

  /** The one of that session; there is one at a time. */
  static Optional<SupportVisit> of(EntityManager em, String session, Instant now) {
    return open(em, List.of(session), now).stream().map(SupportVisitRow::visit).findFirst();
  }

  void end(Instant now) {
    endedAt = now;
  }

  SupportVisit visit() {
    return new SupportVisit(new TenantId(tenant), until);
  }
}
