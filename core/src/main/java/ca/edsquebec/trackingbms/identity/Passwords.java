package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Passwords that change. Each change ends the person's other sessions, the trust in devices and the
 * links that were mailed, and is told by mail. Safe for any number of threads; to be called outside
 * of any unit of work.
 */
public final class Passwords {

  private static final int RESETS_PER_ADDRESS = 20;

  private record Known(String email, String name, String hash, Origin origin) {}

  private final RegistryDatabase registry;
  private final PasswordHash passwords;
  private final SignInThrottle throttle;
  private final AddressThrottle resets;
  private final Sessions sessions;
  private final Devices devices;
  private final SecondFactor factor;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  Passwords(
      RegistryDatabase registry,
      PasswordHash passwords,
      SignInThrottle throttle,
      Sessions sessions,
      Devices devices,
      SecondFactor factor,
      Notices notices,
      Audit audit,
      Clock clock) {
    this.registry = registry;
    this.passwords = passwords;
    this.throttle = throttle;
    this.resets = new AddressThrottle(RESETS_PER_ADDRESS, clock);
    this.sessions = sessions;
    this.devices = devices;
    this.factor = factor;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param keep the session that goes on
   * @throws SignInRefused when the current password is another, also by a change of this moment
   * @throws SignInThrottled after as many failures as for a sign-in
   * @throws InvalidException when the new one is refused by {@link PasswordRules}
   */
  public void change(
      Actor by, long userId, String current, String fresh, String keep, Device device) {
    Known known = require(userId, current, device);
    PasswordRules.require(fresh, known.email(), known.name());
    String hash = passwords.hash(fresh);
    List<String> ended =
        registry.write(
            em ->
                changed(
                    em,
                    by,
                    unchanged(em, userId, known),
                    hash,
                    Action.PASSWORD_CHANGED,
                    Optional.of(keep)));
    ended.forEach(sessions::forget);
  }

  /**
   * Turns the second factor on: who found a browser open must not shut its owner out.
   *
   * @return ten backup codes, to be shown once
   * @throws SignInRefused when the password is another
   * @throws InvalidException when the code is wrong
   * @throws SignInThrottled after as many failures as for a sign-in
   */
  public List<String> turnFactorOn(
      Actor by, long userId, String password, String code, Device device) {
    confirm(userId, password, device);
    return factor.confirm(by, userId, code, device);
  }

  /**
   * Turns the second factor off.
   *
   * @throws SignInRefused when the password is another
   * @throws InvalidException when the code is wrong
   * @throws SignInThrottled after as many failures as for a sign-in
   */
  public void turnFactorOff(Actor by, long userId, String password, String code, Device device) {
    require(userId, password, device);
    factor.turnOff(by, userId, code, device);
  }

  /**
   * Whether it is really the account's owner who sits at the session. An empty password is no
   * guess, and counts for nothing.
   *
   * @throws SignInRefused when the password is another
   * @throws SignInThrottled after as many failures as for a sign-in
   */
  void confirm(long userId, String password, Device device) {
    if (password.isEmpty()) {
      throw new SignInRefused();
    }
    require(userId, password, device);
  }

  private Known require(long userId, String password, Device device) {
    Known known =
        registry.read(
            em -> {
              UserRow user = em.find(UserRow.class, userId);
              Optional<Long> id = devices.find(em, userId, device).map(DeviceRow::id);
              return new Known(
                  user.email(),
                  user.displayName(),
                  user.passwordHash(),
                  new Origin(device.address(), id));
            });
    throttle.begin(known.email(), known.origin());
    boolean right;
    try {
      right = passwords.verify(password, Optional.of(known.hash()));
    } catch (UnavailableException e) {
      throttle.abandoned(known.email(), known.origin());
      throw e;
    }
    if (!right) {
      audit.record(
          Optional.empty(),
          Actor.user(userId, device.address()),
          Change.of(Action.SIGN_IN_FAILED, "user:" + userId));
      throw new SignInRefused();
    }
    throttle.succeeded(known.email(), known.origin());
    return known;
  }

  /**
   * Mails a link to whoever forgot the password, when there is such an account. Who asks must not
   * notice whether there is: answer first, then call this.
   *
   * @throws SignInThrottled after 20 in 15 minutes from that address
   */
  public void mailLink(String email, String address) {
    Optional<Email> account = Email.of(email);
    if (account.isEmpty()) {
      return;
    }
    registry.write(
        em -> {
          Accounts.find(em, account.get())
              .filter(user -> !user.isDeactivated())
              .filter(user -> !PasswordLinks.isTooMany(em, user, now()))
              .ifPresent(
                  user -> {
                    notices.passwordLink(em, user, PasswordLinks.make(em, user, now()));
                    record(em, Actor.anonymous(address), user, Action.PASSWORD_LINK_MADE);
                  });
          return null;
        });
  }

  /**
   * Counts who asks for links.
   *
   * @throws SignInThrottled after 20 in 15 minutes from that address
   */
  public void countAsked(String address) {
    resets.begin(address);
  }

  /**
   * A link to be handed over by an administrator.
   *
   * @return what stands behind {@code /reset?token=}, good once within 30 minutes; secret
   * @throws NotFoundException when there is no such account
   */
  public String makeLink(Actor by, String email) {
    return registry.write(
        em -> {
          UserRow user = account(em, email);
          record(em, by, user, Action.PASSWORD_LINK_MADE);
          return PasswordLinks.make(em, user, now());
        });
  }

  /** Whose link it is: an e-mail address; empty when it is none, was used or is too old. */
  public Optional<String> owner(String token) {
    return registry.read(em -> PasswordLinks.user(em, token, now()).map(UserRow::email));
  }

  /**
   * Sets the password by a link, and uses it up.
   *
   * @throws NotFoundException when the link is none, was used or is too old
   * @throws InvalidException when the password is refused by {@link PasswordRules}
   */
  public void reset(String token, String fresh, String address) {
    String email = owner(token).orElseThrow(() -> new NotFoundException("password link"));
    PasswordRules.require(fresh, email);
    String hash = passwords.hash(fresh);
    List<String> ended =
        registry.write(
            em -> {
              UserRow user =
                  PasswordLinks.user(em, token, now())
                      .filter(found -> PasswordLinks.use(em, found.id(), now()) > 0)
                      .orElseThrow(() -> new NotFoundException("password link"));
              Actor by = Actor.user(user.id(), address);
              return changed(em, by, user, hash, Action.PASSWORD_RESET, Optional.empty());
            });
    ended.forEach(sessions::forget);
    // Who reads the account's mail is its owner: whoever guessed before must not keep them out.
    throttle.unlock(email);
  }

  /**
   * Lets somebody try again at once, password and code.
   *
   * @throws NotFoundException when there is no such account
   */
  public void unlock(Actor by, String email) {
    PersonKey person =
        registry.write(
            em -> {
              UserRow user = account(em, email);
              record(em, by, user, Action.ACCOUNT_UNLOCKED);
              return new PersonKey(user.id(), user.email());
            });
    throttle.unlock(person.email());
    throttle.unlock(SecondFactor.account(person.id()));
  }

  /**
   * Turns the second factor off for whoever lost telephone and codes, and was recognised otherwise.
   * Repeating it changes nothing.
   *
   * @throws NotFoundException when there is no such account
   */
  public void removeFactor(Actor by, String email) {
    factor.remove(by, registry.read(em -> account(em, email).id()));
  }

  // Locked: who set another password meanwhile, by a link, did so to shut out who knows this one.
  private static UserRow unchanged(EntityManager em, long userId, Known known) {
    return Optional.ofNullable(em.find(UserRow.class, userId, LockModeType.PESSIMISTIC_WRITE))
        .filter(user -> user.passwordHash().equals(known.hash()))
        .orElseThrow(SignInRefused::new);
  }

  private List<String> changed(
      EntityManager em, Actor by, UserRow user, String hash, Action action, Optional<String> keep) {
    user.changePassword(hash, now());
    PasswordLinks.use(em, user.id(), now());
    devices.distrustAll(em, user.id());
    SecondFactor.forgetUnconfirmed(em, user.id());
    record(em, by, user, action);
    notices.passwordChanged(em, user, now());
    return sessions.endAll(em, by, user.id(), keep);
  }

  private void record(EntityManager em, Actor by, UserRow user, Action action) {
    audit.record(em, Optional.empty(), by, Change.of(action, "user:" + user.id()));
  }

  private static UserRow account(EntityManager em, String email) {
    return Accounts.find(em, Email.required(email))
        .orElseThrow(() -> new NotFoundException("account \"" + email + "\""));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
