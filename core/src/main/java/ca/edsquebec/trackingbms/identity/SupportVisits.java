package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Administrators of the platform who look as a client: {@link SupportVisit#MEMBERSHIP} there, for a
 * while, in the one session that asked for it. It ends with its time, with the session, and when
 * the person administers the platform no more; that holds within a second. The client's own audit
 * and the platform's say who looked, why and until when; an end before that time has its own entry.
 *
 * <p>Safe for any number of threads; to be called outside of any unit of work.
 */
public final class SupportVisits {

  public static final Duration USUAL = Duration.ofMinutes(30);
  public static final Duration LONGEST = Duration.ofHours(2);

  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final int MAX_REASON = 200;

  private final RegistryDatabase registry;
  private final Sessions sessions;
  private final Audit audit;
  private final Clock clock;

  SupportVisits(RegistryDatabase registry, Sessions sessions, Audit audit, Clock clock) {
    this.registry = registry;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Begins to look as a client; what the session looked at before is over.
   *
   * @param visitor whose session it is
   * @param reason for the client to read; 1 to 200 characters on one line
   * @param length 1 minute to {@link #LONGEST}
   * @throws InvalidException naming {@code reason} or {@code length}; {@code client} when the
   *     visitor belongs to it or it is not complete; {@code factor} when it asks its people for a
   *     second factor and the visitor has none
   * @throws NotFoundException when there is no such client, or it is being deleted
   * @throws RightsRefused when the visitor administers the platform no more, or the session is over
   */
  public SupportVisit begin(
      Actor by, Principal.User visitor, TenantId tenant, String reason, Duration length) {
    String why = reason(reason);
    if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
      throw new InvalidException(
          "length", "a support view lasts %s to %s, not %s".formatted(SHORTEST, LONGEST, length));
    }
    SupportVisit begun =
        registry.write(
            em -> {
              // Locked: a session that ends at this moment takes no visit with it unseen.
              SessionRow session =
                  em.find(SessionRow.class, visitor.sessionId(), LockModeType.PESSIMISTIC_WRITE);
              Instant now = now();
              requireAllowed(em, session, tenant, now);
              endAll(em, audit, by, List.of(session.id()), now);
              SupportVisit visit = new SupportVisit(tenant, now.plus(length));
              em.persist(new SupportVisitRow(session, visit, why, now));
              Change made =
                  Change.made(
                      Action.SUPPORT_BEGUN,
                      "client:" + tenant,
                      Map.of("reason", why, "until", visit.until().toString()));
              audit.record(em, Optional.of(tenant), by, made);
              audit.record(em, Optional.empty(), by, made);
              return visit;
            });
    sessions.forget(visitor.sessionId());
    return begun;
  }

  /** Ends what that session looks at. Repeating it changes nothing. */
  public void end(Actor by, Principal.User visitor) {
    registry.write(
        em -> {
          endAll(em, audit, by, List.of(visitor.sessionId()), now());
          return null;
        });
    sessions.forget(visitor.sessionId());
  }

  /** Within the change that ends those sessions, or begins another visit. */
  static void endAll(
      EntityManager em, Audit audit, Actor by, Collection<String> sessions, Instant now) {
    List<Change> ended = new ArrayList<>();
    for (SupportVisitRow row : SupportVisitRow.open(em, sessions, now)) {
      row.end(now);
      TenantId tenant = row.visit().tenant();
      Change end = Change.of(Action.SUPPORT_ENDED, "client:" + tenant);
      audit.record(em, Optional.of(tenant), by, end);
      ended.add(end);
    }
    // The platform's last, as everywhere: who holds it waits for no client's.
    ended.forEach(end -> audit.record(em, Optional.empty(), by, end));
  }

  private static void requireAllowed(
      EntityManager em, SessionRow session, TenantId tenant, Instant now) {
    if (session == null || !session.isLive(now) || !session.user().isPlatformAdmin()) {
      throw new RightsRefused(RightsRefused.Reason.BEYOND_OWN);
    }
    Tenant.Status status = Accounts.tenantStatus(em, tenant);
    if (!status.isVisible()) {
      throw new NotFoundException("client \"" + tenant + "\"");
    }
    if (status == Tenant.Status.PROVISIONING) {
      throw new InvalidException("client", "client \"" + tenant + "\" is still being made");
    }
    boolean belongs =
        Accounts.membership(em, session.user(), tenant)
            .filter(membership -> membership.deactivatedAt().isEmpty())
            .isPresent();
    if (belongs) {
      throw new InvalidException("client", "who belongs to client \"" + tenant + "\" needs none");
    }
    if (FactorPolicy.isRequiredBy(em, tenant) && !SecondFactor.isOn(em, session.user().id())) {
      throw new InvalidException(
          "factor", "client \"" + tenant + "\" is looked at with a second factor only");
    }
  }

  private static String reason(String text) {
    String reason = text.strip();
    if (reason.isEmpty()
        || reason.length() > MAX_REASON
        || reason.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidException(
          "reason", "the reason has 1 to %d characters on one line".formatted(MAX_REASON));
    }
    return reason;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
