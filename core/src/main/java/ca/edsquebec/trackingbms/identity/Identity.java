package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.notification.Outbox;
import ca.edsquebec.trackingbms.secret.KeyRing;
import ca.edsquebec.trackingbms.secret.SecretBox;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import java.time.Clock;

/**
 * All that has to do with accounts, put together: what is behind the faces stays in this package.
 * Safe for any number of threads.
 */
public final class Identity {

  private final Sessions sessions;
  private final SupportVisits supportVisits;
  private final SignIn signIn;
  private final Renewal renewal;
  private final Passwords passwords;
  private final Devices devices;
  private final SecondFactor secondFactor;
  private final FactorPolicy factorPolicy;
  private final Profiles profiles;
  private final Invitations invitations;

  public Identity(
      RegistryDatabase registry,
      PasswordHash hashes,
      KeyRing keys,
      SecretBox box,
      Audit audit,
      Outbox outbox,
      Clock clock) {
    AccessTokens tokens = new AccessTokens(keys, clock);
    SignInThrottle throttle = new SignInThrottle(registry, clock);
    Notices notices = new Notices(outbox);
    BackupCodes backup = new BackupCodes(registry, hashes);
    sessions = new Sessions(registry, tokens, audit, clock);
    supportVisits = new SupportVisits(registry, sessions, audit, clock);
    devices = new Devices(registry, notices, audit);
    secondFactor =
        new SecondFactor(registry, box, throttle, backup, devices, notices, audit, clock);
    factorPolicy = new FactorPolicy(registry, audit);
    profiles = new Profiles(registry, audit);
    invitations = new Invitations(registry, hashes, notices, audit, clock);
    signIn = new SignIn(registry, hashes, throttle, tokens, devices, secondFactor, audit, clock);
    renewal = new Renewal(registry, new Grants(tokens), sessions, audit, clock);
    passwords =
        new Passwords(
            registry, hashes, throttle, sessions, devices, secondFactor, notices, audit, clock);
  }

  /**
   * With keys, audit and outbox of its own, for a program that has none.
   *
   * @param masterKey the installation's
   */
  public static Identity of(Databases databases, byte[] masterKey, Clock clock) {
    RegistryDatabase registry = databases.registry();
    KeyRing keys = new KeyRing(registry, masterKey, clock);
    SecretBox box = new SecretBox(keys);
    return new Identity(
        registry,
        new PasswordHash(),
        keys,
        box,
        new Audit(databases, keys, clock),
        new Outbox(box, clock),
        clock);
  }

  public Sessions sessions() {
    return sessions;
  }

  public SupportVisits supportVisits() {
    return supportVisits;
  }

  public SignIn signIn() {
    return signIn;
  }

  public Renewal renewal() {
    return renewal;
  }

  public Passwords passwords() {
    return passwords;
  }

  public Devices devices() {
    return devices;
  }

  public SecondFactor secondFactor() {
    return secondFactor;
  }

  public FactorPolicy factorPolicy() {
    return factorPolicy;
  }

  public Invitations invitations() {
    return invitations;
  }

  public Profiles profiles() {
    return profiles;
  }
}
