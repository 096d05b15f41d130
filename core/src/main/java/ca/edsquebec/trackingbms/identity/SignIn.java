package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.platform.RandomText;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How a session begins: the right password, then the second factor where there is one and the
 * device is not trusted. Safe for any number of threads; to be called outside of any unit of work.
 */
public final class SignIn {

  private record Known(long userId, String hash, boolean deactivated, Origin origin) {}

  private record Begun(Optional<Grants.Granted> granted, long userId, String sessionId) {}

  private final RegistryDatabase registry;
  private final PasswordHash passwords;
  private final SignInThrottle throttle;
  private final AccessTokens tokens;
  private final Grants grants;
  private final Devices devices;
  private final SecondFactor factor;
  private final Audit audit;
  private final Clock clock;

  SignIn(
      RegistryDatabase registry,
      PasswordHash passwords,
      SignInThrottle throttle,
      AccessTokens tokens,
      Devices devices,
      SecondFactor factor,
      Audit audit,
      Clock clock) {
    this.registry = registry;
    this.passwords = passwords;
    this.throttle = throttle;
    this.tokens = tokens;
    this.grants = new Grants(tokens);
    this.devices = devices;
    this.factor = factor;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @return a session, or that the second factor is to come
   * @throws SignInRefused for an unknown account, a deactivated one and a wrong password alike
   * @throws SignInThrottled after 10 failures in a row for that account from there, 50 for that
   *     account from anywhere unknown, or 100 in 15 minutes from that address
   */
  public SignInStep begin(SessionKind kind, String email, String password, Device device) {
    Optional<Email> account = Email.of(email);
    Optional<Known> known = account.flatMap(address -> known(address, device));
    Origin origin =
        known.map(Known::origin).orElseGet(() -> new Origin(device.address(), Optional.empty()));
    // Texts that no account can have count as one: they may be of any length and number.
    String counted = account.map(Email::text).orElse("");
    throttle.begin(counted, origin);
    if (!isRight(known, password, counted, origin)) {
      refuse(known, device);
    }
    throttle.succeeded(counted, origin);
    return begin(kind, known.orElseThrow(), password, device);
  }

  private Optional<Known> known(Email email, Device device) {
    return registry.read(
        em ->
            Accounts.find(em, email)
                .map(
                    user ->
                        new Known(
                            user.id(),
                            user.passwordHash(),
                            user.isDeactivated(),
                            new Origin(
                                device.address(),
                                devices.find(em, user.id(), device).map(DeviceRow::id)))));
  }

  private boolean isRight(Optional<Known> known, String password, String counted, Origin origin) {
    try {
      return passwords.verify(password, known.map(Known::hash))
          && known.filter(found -> !found.deactivated()).isPresent();
    } catch (UnavailableException e) {
      throttle.abandoned(counted, origin);
      throw e;
    }
  }

  private void refuse(Optional<Known> known, Device device) {
    audit.record(
        Optional.empty(),
        Actor.anonymous(device.address()),
        Change.of(
            Action.SIGN_IN_FAILED, known.map(found -> "user:" + found.userId()).orElse("user:?")));
    throw new SignInRefused();
  }

  private SignInStep begin(SessionKind kind, Known known, String password, Device device) {
    Optional<String> rehashed =
        passwords.needsRehash(known.hash())
            ? Optional.of(passwords.hash(password))
            : Optional.empty();
    Optional<Begun> stored = registry.write(em -> begun(em, kind, known, rehashed, device));
    if (stored.isEmpty()) {
      refuse(Optional.of(known), device);
    }
    Begun begun = stored.orElseThrow();
    return begun
        .granted()
        .<SignInStep>map(grants::signedIn)
        .orElseGet(() -> new FactorAsked(tokens.challenge(begun.userId(), begun.sessionId())));
  }

  /** Empty when the account is no longer the one whose password was right. */
  private Optional<Begun> begun(
      EntityManager em, SessionKind kind, Known known, Optional<String> rehashed, Device device) {
    Instant now = now();
    Optional<UserRow> unchanged =
        Optional.ofNullable(locked(em, known.userId()))
            .filter(found -> !found.isDeactivated())
            .filter(found -> found.passwordHash().equals(known.hash()));
    if (unchanged.isEmpty()) {
      return Optional.empty();
    }
    UserRow user = unchanged.get();
    rehashed.ifPresent(user::setPasswordHash);
    SessionRow session = new SessionRow(RandomText.base32(32), user, kind, device, now);
    em.persist(session);
    boolean trusted =
        devices.find(em, user.id(), device).filter(row -> row.isTrusted(now)).isPresent();
    Optional<Grants.Granted> granted =
        trusted || !SecondFactor.isOn(em, user.id())
            ? Optional.of(open(em, session, device, false))
            : Optional.empty();
    return Optional.of(new Begun(granted, user.id(), session.id()));
  }

  // Before what refers to it: two sign-ins would each hold it against the other's change.
  private static UserRow locked(EntityManager em, long userId) {
    return em.find(UserRow.class, userId, LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * The second step.
   *
   * @param challenge what {@link #begin} gave
   * @param code of the authenticator or a backup code, with or without blanks
   * @param trust true when this device shall not be asked again for 30 days
   * @throws SignInRefused when the challenge is too old, or the code is wrong or was used before
   * @throws SignInThrottled after 10 wrong codes
   */
  public SignedIn finish(
      SessionKind kind, String challenge, String code, boolean trust, Device device) {
    AccessTokens.Claims claims = tokens.verifyChallenge(challenge).orElseThrow(SignInRefused::new);
    long userId = claims.userId();
    if (!factor.accepts(userId, code, device)) {
      throw new SignInRefused();
    }
    Grants.Granted granted =
        registry.write(
            em -> {
              locked(em, userId);
              SessionRow session = em.find(SessionRow.class, claims.sessionId());
              boolean awaited =
                  session != null
                      && session.kind() == kind
                      && session.user().id() == userId
                      && session.isAwaitingFactor(now());
              return awaited ? open(em, session, device, trust) : null;
            });
    if (granted == null) {
      throw new SignInRefused();
    }
    return grants.signedIn(granted);
  }

  private Grants.Granted open(EntityManager em, SessionRow session, Device device, boolean trust) {
    Instant now = now();
    Devices.Seen seen = devices.seen(em, session, device, trust, now);
    session.open(seen.row().id(), now);
    session.user().signedIn(now);
    audit.record(
        em,
        Optional.empty(),
        Actor.user(session.user().id(), device.address()),
        Change.of(Action.SIGN_IN, "user:" + session.user().id()));
    em.flush();
    return grants.grant(em, session, seen.secret(), now);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
