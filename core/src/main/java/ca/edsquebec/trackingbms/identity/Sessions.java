package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.platform.RandomText;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Signed-in people. An access token is good for 15 minutes and only while its session is; that a
 * session ended, or a role changed, holds within a second. Safe for any number of threads; to be
 * called outside of any unit of work.
 */
public final class Sessions {

  /** A session that nobody ends is over after this time. */
  private static final Duration LENGTH = Duration.ofHours(12);

  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
  private static final Duration CACHED = Duration.ofSeconds(1);
  private static final int CACHE_SIZE = 10_000;

  private record Credentials(long userId, String hash) {}

  private record Loaded(Principal.User user, Instant lastSeen) {}

  private final RegistryDatabase registry;
  private final PasswordHash passwords;
  private final Clock clock;
  private final AccessTokens tokens;
  private final SignInThrottle throttle;
  private final RecentCache<String, Optional<Principal.User>> recent;

  /**
   * @param masterKey the installation's; the tokens' key is derived from it
   */
  public Sessions(
      RegistryDatabase registry, PasswordHash passwords, byte[] masterKey, Clock clock) {
    this.registry = registry;
    this.passwords = passwords;
    this.clock = clock;
    this.tokens = new AccessTokens(masterKey, clock);
    this.throttle = new SignInThrottle(clock);
    this.recent = new RecentCache<>(CACHED, CACHE_SIZE, clock);
  }

  /**
   * @param address where the request came from
   * @param userAgent what the browser or program calls itself; may be empty
   * @throws SignInRefused for an unknown account and a wrong password alike
   * @throws SignInThrottled after 10 failures for that account from that address within 15 minutes,
   *     or 100 from that address
   */
  public SignedIn signIn(String email, String password, String address, String userAgent) {
    Optional<Email> account = Email.of(email);
    // Texts that no account can have count as one: they may be of any length and number.
    String counted = account.map(Email::text).orElse("");
    throttle.begin(counted, address);
    Optional<Credentials> right;
    try {
      right = rightCredentials(account, password);
    } catch (UnavailableException e) {
      throttle.abandoned(counted, address);
      throw e;
    }
    Credentials credentials = right.orElseThrow(SignInRefused::new);
    throttle.succeeded(counted, address);
    Principal.User user = open(credentials, password, address, userAgent);
    return new SignedIn(tokens.issue(user.id(), user.sessionId()), AccessTokens.LIFETIME, user);
  }

  /** A secret for the cookie of the browser that signed in, good as long as its session. */
  public String cookie(Principal.User user) {
    return tokens.issueCookie(user.id(), user.sessionId(), LENGTH);
  }

  /** Empty when the token or its session is not good, for whichever reason. */
  public Optional<Principal> authenticate(String accessToken) {
    return tokens.verify(accessToken).flatMap(this::ofSession);
  }

  /** As {@link #authenticate}, for what {@link #cookie} made. */
  public Optional<Principal> authenticateCookie(String cookie) {
    return tokens.verifyCookie(cookie).flatMap(this::ofSession);
  }

  private Optional<Principal> ofSession(AccessTokens.Claims claims) {
    return session(claims.sessionId())
        .filter(user -> user.id() == claims.userId())
        .map(user -> user);
  }

  /** Ends a session; one that is over or unknown stays so. */
  public void end(String sessionId) {
    registry.write(
        em ->
            em.createQuery(
                    "update SessionRow s set s.endedAt = :now"
                        + " where s.id = :id and s.endedAt is null")
                .setParameter("now", now())
                .setParameter("id", sessionId)
                .executeUpdate());
    recent.forget(sessionId);
  }

  private Optional<Credentials> rightCredentials(Optional<Email> account, String password) {
    Optional<Credentials> known =
        account.flatMap(
            email ->
                registry.read(
                    em ->
                        Accounts.find(em, email)
                            .map(user -> new Credentials(user.id(), user.passwordHash()))));
    boolean right = passwords.verify(password, known.map(Credentials::hash));
    return known.filter(found -> right);
  }

  private Principal.User open(
      Credentials credentials, String password, String address, String userAgent) {
    Optional<String> rehashed =
        passwords.needsRehash(credentials.hash())
            ? Optional.of(passwords.hash(password))
            : Optional.empty();
    String id = RandomText.base32(32);
    Instant now = now();
    return registry.write(
        em -> {
          UserRow user = em.find(UserRow.class, credentials.userId());
          user.signedIn(now);
          rehashed.ifPresent(user::setPasswordHash);
          SessionRow session = new SessionRow(id, user, address, userAgent, now, LENGTH);
          em.persist(session);
          return Principals.of(em, session);
        });
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
        .map(row -> new Loaded(Principals.of(em, row), row.lastSeenAt()));
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
