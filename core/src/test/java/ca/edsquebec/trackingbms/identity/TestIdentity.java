package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.notification.Outbox;
import ca.edsquebec.trackingbms.secret.Binding;
import ca.edsquebec.trackingbms.secret.KeyRing;
import ca.edsquebec.trackingbms.secret.SecretBox;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.util.List;
import java.util.Locale;

/** Accounts on a fresh installation, with passwords that are hashed in no time. */
final class TestIdentity implements AutoCloseable {

  static final PasswordHash CHEAP = new PasswordHash(new PhcText.Cost(64, 1, 1));
  static final String ADDRESS = "192.0.2.1";

  final SettableClock clock = SettableClock.atPresent();
  final TestInstallation installation = new TestInstallation();
  final RegistryDatabase registry = installation.databases().registry();
  final KeyRing keys = new KeyRing(registry, new byte[32], clock);
  final Identity identity = another();
  final Users users = new Users(registry, CHEAP, installation.audit(), clock);

  /** The same accounts, as another program knows them. */
  Identity another() {
    return another(CHEAP);
  }

  Identity another(PasswordHash hashes) {
    SecretBox box = new SecretBox(keys);
    Audit audit = new Audit(installation.databases(), keys, clock);
    return new Identity(registry, hashes, keys, box, audit, new Outbox(box, clock), clock);
  }

  /** Makes a person of a client; the password, empty when the account was there. */
  String create(TenantId tenant, String email) {
    return users
        .create(Actor.SYSTEM, tenant, email, "Anne Roy", Role.USER, Locale.CANADA_FRENCH)
        .password()
        .orElse("");
  }

  SignedIn signIn(String email, String password) {
    return signIn(email, password, device());
  }

  SignedIn signIn(String email, String password, Device device) {
    return (SignedIn) identity.signIn().begin(SessionKind.PROGRAM, email, password, device);
  }

  static Device device() {
    return Device.program(ADDRESS, "test");
  }

  static Device browser(String... secrets) {
    return new Device(ADDRESS, "Firefox", List.of(secrets));
  }

  static Actor by(long userId) {
    return Actor.user(userId, ADDRESS);
  }

  /** One value of the registry, as text. */
  String text(String select, String table, String condition) {
    return registry.sql(
        (connection, db) -> {
          String sql =
              "SELECT CAST(%s AS CHAR) FROM %s.%s WHERE %s".formatted(select, db, table, condition);
          try (var statement = connection.createStatement();
              var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
          }
        });
  }

  /** What stands in the link that was mailed to somebody last. */
  String mailedToken(String email) {
    String last = "recipient = '" + email + "' ORDER BY queued_at DESC LIMIT 1";
    String uid = text("uid", "outbox", last);
    String values =
        new SecretBox(keys).open(new Binding("", "outbox", uid), text("content", "outbox", last));
    return values.replaceFirst(".*\"token\":\"([^\"]+)\".*", "$1");
  }

  int audited(String action) {
    return Integer.parseInt(text("COUNT(*)", "audit_entry", "action = '" + action + "'"));
  }

  @Override
  public void close() {
    installation.close();
  }
}
