package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.audit.Action;
import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.audit.Change;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.RandomText;
import ca.edsquebec.trackingbms.secret.Binding;
import ca.edsquebec.trackingbms.secret.SecretBox;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import jakarta.persistence.EntityManager;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One-time codes of an authenticator, and codes on paper for whoever lost it. Each is taken once.
 * Safe for any number of threads; what takes no entity manager is to be called outside of any unit
 * of work.
 */
public final class SecondFactor {

  private static final SealedSeeds SEEDS = new SealedSeeds();

  /** To take a picture of a code and to type another. */
  private static final Duration TO_SET_UP = Duration.ofMinutes(15);

  private static final String ISSUER = "TrackingBMS";
  private static final int KEY_LENGTH = 32;

  private record Seed(String sealed, long lastStep, Origin origin) {}

  private final RegistryDatabase registry;
  private final SecretBox box;
  private final SignInThrottle throttle;
  private final BackupCodes backup;
  private final Devices devices;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  SecondFactor(
      RegistryDatabase registry,
      SecretBox box,
      SignInThrottle throttle,
      BackupCodes backup,
      Devices devices,
      Notices notices,
      Audit audit,
      Clock clock) {
    this.registry = registry;
    this.box = box;
    this.throttle = throttle;
    this.backup = backup;
    this.devices = devices;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether the account has one, and must. */
  public FactorState state(long userId) {
    return registry.read(
        em ->
            new FactorState(
                isOn(em, userId),
                FactorPolicy.isRequiredOf(em, userId),
                BackupCodes.left(em, userId)));
  }

  static boolean isOn(EntityManager em, long userId) {
    TotpRow row = em.find(TotpRow.class, userId);
    return row != null && row.isConfirmed();
  }

  /**
   * Begins anew, or goes on with what was begun a moment ago and is not confirmed: whoever saw an
   * older key must not know the one that is confirmed one day.
   *
   * @throws InvalidException when the account has a second factor already
   */
  public Enrolment begin(long userId) {
    Binding place = place(userId);
    String fresh = RandomText.base32(KEY_LENGTH);
    String sealed = box.seal(place, fresh);
    record Begun(String email, String seed) {}
    Begun begun =
        registry.write(
            em -> {
              UserRow user = em.find(UserRow.class, userId);
              TotpRow row = em.find(TotpRow.class, userId);
              if (row == null) {
                row = new TotpRow(userId, sealed, now());
                em.persist(row);
              }
              if (row.isConfirmed()) {
                throw new InvalidException("factor", "the account has a second factor already");
              }
              if (row.isOlderThan(now().minus(TO_SET_UP))) {
                row.replace(sealed, now());
              }
              return new Begun(user.email(), row.seed());
            });
    String key = begun.seed().equals(sealed) ? fresh : box.open(place, begun.seed());
    return new Enrolment(grouped(key), uri(begun.email(), key));
  }

  /** What was begun and not confirmed, whoever saw it. */
  static void forgetUnconfirmed(EntityManager em, long userId) {
    em.createQuery("delete from TotpRow t where t.userId = :user and t.confirmedAt is null")
        .setParameter("user", userId)
        .executeUpdate();
  }

  /**
   * Turns it on; the password was checked before.
   *
   * @param code that the authenticator shows now
   * @return ten backup codes, to be shown once
   * @throws InvalidException when the code is wrong
   * @throws SignInThrottled after 10 wrong codes
   */
  List<String> confirm(Actor by, long userId, String code, Device device) {
    OptionalLong step = step(userId, plain(code), device);
    if (step.isEmpty()) {
      throw new InvalidException("code", "this is not the code of now");
    }
    Map<String, String> codes = backup.make();
    registry.write(
        em -> {
          TotpRow row = em.find(TotpRow.class, userId);
          row.use(step.getAsLong());
          row.confirm(now());
          BackupCodes.replace(em, userId, codes);
          changed(em, by, userId, Action.SECOND_FACTOR_ON, "on");
          return null;
        });
    return codes.keySet().stream().map(BackupCodes::shown).toList();
  }

  /**
   * Other backup codes in place of those there were.
   *
   * @param code of the authenticator
   * @throws InvalidException when the code is wrong
   * @throws SignInThrottled after 10 wrong codes
   */
  public List<String> newBackupCodes(Actor by, long userId, String code, Device device) {
    require(userId, code, device);
    Map<String, String> codes = backup.make();
    registry.write(
        em -> {
          BackupCodes.replace(em, userId, codes);
          changed(em, by, userId, Action.BACKUP_CODES_MADE, "codes");
          return null;
        });
    return codes.keySet().stream().map(BackupCodes::shown).toList();
  }

  /**
   * Turns it off; the password was checked before.
   *
   * @throws InvalidException when the code is wrong
   * @throws SignInThrottled after 10 wrong codes
   */
  void turnOff(Actor by, long userId, String code, Device device) {
    require(userId, code, device);
    remove(by, userId);
  }

  /** Without a code: for whoever lost telephone and paper, and was recognised otherwise. */
  void remove(Actor by, long userId) {
    registry.write(
        em -> {
          TotpRow row = em.find(TotpRow.class, userId);
          if (row != null) {
            em.remove(row);
            BackupCodes.clear(em, userId);
            devices.distrustAll(em, userId);
            changed(em, by, userId, Action.SECOND_FACTOR_OFF, "off");
          }
          return null;
        });
  }

  private void require(long userId, String code, Device device) {
    if (!accepts(userId, code, device)) {
      throw new InvalidException("code", "this is not the code of now");
    }
  }

  /**
   * Whether a code is good; it is used up by that. One that is not is recorded: whoever gives it
   * knew the password.
   *
   * @throws SignInThrottled after 10 wrong codes
   */
  boolean accepts(long userId, String code, Device device) {
    boolean right = takes(userId, plain(code), device);
    if (!right) {
      audit.record(
          Optional.empty(),
          Actor.anonymous(device.address()),
          Change.of(Action.SECOND_FACTOR_FAILED, "user:" + userId));
    }
    return right;
  }

  private boolean takes(long userId, String plain, Device device) {
    if (!BackupCodes.isOne(plain)) {
      OptionalLong step = step(userId, plain, device);
      return step.isPresent() && used(userId, step.getAsLong());
    }
    Origin origin = registry.read(em -> origin(em, userId, device));
    throttle.begin(account(userId), origin);
    boolean right = backup.use(userId, plain, now());
    if (right) {
      throttle.succeeded(account(userId), origin);
      audit.record(
          Optional.empty(),
          Actor.user(userId, device.address()),
          Change.of(Action.BACKUP_CODE_USED, "user:" + userId));
    }
    return right;
  }

  /** The step that the code is of; empty when it is wrong or was used. */
  private OptionalLong step(long userId, String code, Device device) {
    Optional<Seed> seed =
        registry.read(
            em ->
                Optional.ofNullable(em.find(TotpRow.class, userId))
                    .map(row -> new Seed(row.seed(), row.lastStep(), origin(em, userId, device))));
    if (seed.isEmpty()) {
      return OptionalLong.empty();
    }
    throttle.begin(account(userId), seed.get().origin());
    byte[] key = Totp.key(box.open(place(userId), seed.get().sealed()));
    OptionalLong step = Totp.match(key, code, clock.instant(), seed.get().lastStep());
    if (step.isPresent()) {
      throttle.succeeded(account(userId), seed.get().origin());
    }
    return step;
  }

  /** Of two who come with the same code at once, one. */
  private boolean used(long userId, long step) {
    return registry.write(
            em ->
                em.createQuery(
                        "update TotpRow t set t.lastStep = :step where t.userId = :user"
                            + " and t.lastStep < :step and t.confirmedAt is not null")
                    .setParameter("step", step)
                    .setParameter("user", userId)
                    .executeUpdate())
        == 1;
  }

  private Origin origin(EntityManager em, long userId, Device device) {
    return new Origin(device.address(), devices.find(em, userId, device).map(DeviceRow::id));
  }

  private void changed(EntityManager em, Actor by, long userId, Action action, String what) {
    audit.record(em, Optional.empty(), by, Change.of(action, "user:" + userId));
    notices.factorChanged(em, em.find(UserRow.class, userId), what);
  }

  static String account(long userId) {
    return "second factor of " + userId;
  }

  private static Binding place(long userId) {
    return SEEDS.binding(Optional.empty(), Long.toString(userId));
  }

  /** As people type it: with blanks, with hyphens, in capitals. */
  private static String plain(String code) {
    return code.replaceAll("[\\s\\u00a0-]", "").toLowerCase(Locale.ROOT);
  }

  private static String grouped(String key) {
    return key.replaceAll("(.{4})(?!$)", "$1 ");
  }

  private static String uri(String email, String key) {
    String label = URLEncoder.encode(ISSUER + ":" + email, StandardCharsets.UTF_8);
    return "otpauth://totp/%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
        .formatted(label.replace("+", "%20"), key.toUpperCase(Locale.ROOT), ISSUER);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
