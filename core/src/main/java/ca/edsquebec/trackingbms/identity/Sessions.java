package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Signed-in people. An access token is good for 15 minutes and only while its session is; that a
 * session ended, or a role changed, holds within a second. Safe for any number of threads; to be
 * called outside of any unit of work.
 */
public final class Sessions {

  /** After so long a session ends, whatever is heard of it. */
  public static final Duration LONGEST = SessionRow.LENGTH;

  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
  private static final Duration CACHED = Duration.ofSeconds(1);
  private static final int CACHE_SIZE = 10_000;

  private record Loaded(Principal.User user, Instant lastSeen) {}

  private final RegistryDatabase registry;
  private final AccessTokens tokens;
  private final Audit audit;
  private final Clock clock;
  private final RecentCache<String, Optional<Principal.User>> recent;

  Sessions(RegistryDatabase registry, AccessTokens tokens, Audit audit, Clock clock) {
    this.registry = registry;
    this.tokens = tokens;
    this.audit = audit;
    this.clock = clock;
    this.recent = new RecentCache<>(CACHED, CACHE_SIZE, clock);
  }

  /** Empty when the token or its session is not good, for whichever reason. */
  public Optional<Principal> authenticate(SessionKind kind, String accessToken) {
    return tokens
        .verify(kind, accessToken)
        .flatMap(claims -> session(claims.sessionId()).filter(user -> user.id() == claims.userId()))
        .map(user -> user);
  }

  /** Who is in a session that was recognised before; empty when it is over. */
  public Optional<Principal> current(String sessionId) {
    return session(sessionId).map(user -> user);
  }

  /** Where a person is signed in, the latest first. */
  public List<OpenSession> list(long userId) {
    Instant now = now();
    return registry.read(
        em -> open(em, userId, now).stream().map(SessionRow::toOpenSession).toList());
  }

  /** The session itself; empty when it is over. */
  public Optional<OpenSession> find(String sessionId) {
    return registry.read(
        em ->
            Optional.ofNullable(em.find(SessionRow.class, sessionId))
                .filter(row -> row.isLive(now()))
                .map(SessionRow::toOpenSession));
  }

  /** Leaving; a session that is over or unknown stays so. */
  public void end(Actor by, String sessionId) {
    registry.write(
        em -> {
          SessionRow row = em.find(SessionRow.class, sessionId);
          if (row != null && row.isLive(now())) {
            end(em, by, row, Action.SIGN_OUT);
          }
          return null;
        });
    forget(sessionId);
  }

  /**
   * Takes back somebody's sign-in, such as on a telephone that was lost.
   *
   * @throws NotFoundException when this person has no such open session
   */
  public void revoke(Actor by, long userId, String sessionId) {
    registry.write(
        em -> {
          SessionRow row = em.find(SessionRow.class, sessionId);
          if (row == null || row.user().id() != userId || !row.isLive(now())) {
            throw new NotFoundException("session");
          }
          end(em, by, row, Action.SESSION_REVOKED);
          return null;
        });
    forget(sessionId);
  }

  /**
   * Takes back all of somebody's sign-ins.
   *
   * @param except the one that goes on; empty for none
   * @return how many there were
   */
  public int revokeAll(Actor by, long userId, Optional<String> except) {
    List<String> ended = registry.write(em -> endAll(em, by, userId, except));
    ended.forEach(this::forget);
    return ended.size();
  }

  /** As {@link #revokeAll}, within a change of the account; {@link #forget} them after it. */
  List<String> endAll(EntityManager em, Actor by, long userId, Optional<String> except) {
    List<SessionRow> rows =
        em.createQuery(
                "select s from SessionRow s where s.user.id = :user and s.endedAt is null",
                SessionRow.class)
            .setParameter("user", userId)
            .getResultStream()
            .filter(row -> !row.id().equals(except.orElse(null)))
            .toList();
    // The clients' chains before the platform's, as everywhere: so nobody waits in a circle.
    SupportVisits.endAll(em, audit, by, rows.stream().map(SessionRow::id).toList(), now());
    for (SessionRow row : rows) {
      if (row.isLive(now())) {
        end(em, by, row, Action.SESSION_REVOKED);
      } else {
        row.end(now());
      }
    }
    return rows.stream().map(SessionRow::id).toList();
  }

  void forget(String sessionId) {
    recent.forget(sessionId);
  }

  private void end(EntityManager em, Actor by, SessionRow row, Action action) {
    SupportVisits.endAll(em, audit, by, List.of(row.id()), now());
    row.end(now());
    audit.record(em, Optional.empty(), by, Change.of(action, "user:" + row.user().id()));
  }

  private static List<SessionRow> open(EntityManager em, long userId, Instant now) {
    return em.createQuery(
            "select s from SessionRow s join fetch s.user where s.user.id = :user"
                + " and s.endedAt is null order by s.lastSeenAt desc",
            SessionRow.class)
        .setParameter("user", userId)
        .getResultStream()
        .filter(row -> row.isLive(now))
        .toList();
  }

  private Optional<Principal.User> session(String id) {
    Optional<Optional<Principal.User>> remembered = recent.get(id);
    if (remembered.isPresent()) {
      return remembered.get();
    }
    long askedAt = recent.now();
    Optional<Loaded> loaded = registry.read(em -> load(em, id));
    loaded
        .filter(found -> found.lastSeen().isBefore(now().minus(SEEN_EVERY)))
        .ifPresent(found -> seen(id));
    Optional<Principal.User> user = loaded.map(Loaded::user);
    recent.put(id, user, askedAt);
    return user;
  }

  private Optional<Loaded> load(EntityManager em, String id) {
    return em.createQuery(
            "select s from SessionRow s join fetch s.user where s.id = :id", SessionRow.class)
        .setParameter("id", id)
        .getResultStream()
        .filter(row -> row.isLive(now()))
        .findFirst()
        .map(row -> new Loaded(Principals.of(em, row, now()), row.lastSeenAt()));
  }

  private void seen(String id) {
    registry.write(
        em ->
            em.createQuery("update SessionRow s set s.lastSeenAt = :now where s.id = :id")
                .setParameter("now", now())
                .setParameter("id", id)
                .executeUpdate());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
