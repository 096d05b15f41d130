package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Sessions that go on. A refresh token is good once: its use begins a new generation of its
 * session's tokens. For 30 s the generation before is taken too and given a successor of the same
 * new generation, so that two tabs, or an answer that got lost, end nothing. After that, whoever
 * comes with an old one shows that the token is in two hands: the session ends for both. Safe for
 * any number of threads; to be called outside of any unit of work.
 */
public final class Renewal {

  private record Outcome(Optional<Grants.Granted> granted, Optional<String> ended) {

    private static final Outcome NOTHING = new Outcome(Optional.empty(), Optional.empty());
  }

  private final RegistryDatabase registry;
  private final Grants grants;
  private final Sessions sessions;
  private final Audit audit;
  private final Clock clock;

  Renewal(RegistryDatabase registry, Grants grants, Sessions sessions, Audit audit, Clock clock) {
    this.registry = registry;
    this.grants = grants;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param kind what holds the token: those of browsers are good in cookies only
   * @param address where the request came from
   * @return empty when the token is none, its session is over, or it was used before
   */
  public Optional<SignedIn> renew(SessionKind kind, String refreshToken, String address) {
    Outcome outcome = registry.write(em -> renew(em, kind, refreshToken, address));
    outcome.ended().ifPresent(sessions::forget);
    return outcome.granted().map(grants::signedIn);
  }

  private Outcome renew(EntityManager em, SessionKind kind, String text, String address) {
    RefreshTokenRow token = em.find(RefreshTokenRow.class, SecretHash.of(text));
    if (token == null) {
      return Outcome.NOTHING;
    }
    // Locked: of two requests at once one rotates, and the other finds that it was rotated.
    SessionRow session =
        em.find(SessionRow.class, token.sessionId(), LockModeType.PESSIMISTIC_WRITE);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (session == null || session.kind() != kind || !session.isLive(now)) {
      return Outcome.NOTHING;
    }
    if (!session.takes(token.generation(), now)) {
      return reused(em, session, address, now);
    }
    session.rotate(token.generation(), now);
    return new Outcome(
        Optional.of(grants.grant(em, session, Optional.empty(), now)), Optional.empty());
  }

  private Outcome reused(EntityManager em, SessionRow session, String address, Instant now) {
    Actor by = Actor.anonymous(address);
    SupportVisits.endAll(em, audit, by, List.of(session.id()), now);
    session.end(now);
    audit.record(
        em,
        Optional.empty(),
        by,
        Change.of(Action.REFRESH_TOKEN_REUSED, "user:" + session.user().id()));
    return new Outcome(Optional.empty(), Optional.of(session.id()));
  }
}
