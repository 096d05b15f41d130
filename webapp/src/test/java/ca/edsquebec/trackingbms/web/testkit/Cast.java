package ca.edsquebec.trackingbms.web.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.fleet.Place;
import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.identity.Device;
import ca.edsquebec.trackingbms.identity.Identity;
import ca.edsquebec.trackingbms.identity.Membership;
import ca.edsquebec.trackingbms.identity.PasswordHash;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.identity.Roles;
import ca.edsquebec.trackingbms.identity.SessionKind;
import ca.edsquebec.trackingbms.identity.SignIn;
import ca.edsquebec.trackingbms.identity.SignedIn;
import ca.edsquebec.trackingbms.identity.Users;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.web.testkit.Portal.Account;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Makes everybody of {@link Who} at a portal, and gives what each proves himself with. */
public final class Cast {

  private final Portal portal;
  private final TenantId acme;
  private final Users users;
  private final Roles roles;
  private final Map<Who, Account> accounts = new EnumMap<>(Who.class);
  private final Map<Who, String> credentials = new EnumMap<>(Who.class);

  public Cast(Portal portal) {
    this.portal = portal;
    this.acme = portal.acme().tenant();
    RegistryDatabase registry = portal.installation().databases().registry();
    Audit audit = portal.installation().audit();
    Clock clock = Clock.systemUTC();
    users = new Users(registry, new PasswordHash(), audit, clock);
    roles = new Roles(registry, audit, clock);
    accounts.put(Who.CLIENT_ADMIN, join(Membership.WHOLE));
    accounts.put(Who.USER, join(new Membership(Role.USER, BatteryAccess.ALL)));
    accounts.put(Who.SCOPED, at(place("Ailleurs")));
    accounts.put(Who.READ_ONLY, join(new Membership(Role.READ_ONLY, BatteryAccess.ALL)));
    accounts.put(Who.CUSTOM, join(new Membership(keeper(), BatteryAccess.ALL)));
    accounts.put(Who.PLATFORM_ADMIN, platformAdministrator());
    accounts.put(Who.SUPPORT, platformAdministrator());
    accounts.put(Who.OTHER_ADMIN, portal.boreal().admin());
    credentials.put(Who.INGEST_KEY, portal.acme().ingestKey());
    credentials.put(Who.READ_KEY, portal.acme().readKey());
    credentials.put(Who.EXPIRED, expired());
  }

  /** Who signs in as that one; null for keys and nobody. */
  public Account account(Who who) {
    return accounts.get(who);
  }

  /** A token or key that is good now, unless it is to be none; null for nobody. */
  public String credential(Who who) {
    Account account = accounts.get(who);
    String known = credentials.get(who);
    if (account == null) {
      return known;
    }
    // What was asked for last may have ended the session.
    if (known == null || portal.http().get("/api/v1/me", known).status() == 401) {
      credentials.put(who, portal.signIn(account));
    }
    if (who == Who.SUPPORT) {
      look(credentials.get(who));
    }
    return credentials.get(who);
  }

  // What was asked for last may have ended that too; beginning anew changes nothing else.
  private void look(String token) {
    byte[] form = "client=acme&visitReason=Billet+42&minutes=30".getBytes(UTF_8);
    int status =
        portal
            .http()
            .post("/platform/visits", token, "application/x-www-form-urlencoded", form)
            .status();
    if (status != 303) {
      throw new IllegalStateException("looking as acme answered " + status);
    }
  }

  /** A place of acme, made when there is none of that name. */
  public Place place(String name) {
    return fleet().addPlace(Actor.SYSTEM, acme, name, Fleet.DEFAULT_ZONE);
  }

  /** A user of acme who sees one place. */
  public Account at(Place place) {
    return join(new Membership(Role.USER, BatteryAccess.places(Set.of(place.uid()))));
  }

  /**
   * The portal looks again for a battery that it does not know; what another program added, at
   * first.
   */
  public void awaitKnown(Portal.Client client, String code) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (portal.http().get("/node/" + code, client.ingestKey()).status() == 404) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the portal does not come to know " + code);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  /** To move batteries with. */
  public Fleet fleet() {
    return new Fleet(
        portal.installation().databases().tenantDatabase(),
        (connector, given) -> {},
        portal.installation().audit(),
        Clock.systemUTC());
  }

  /** A person of acme. */
  public Account join(Membership membership) {
    String email = UUID.randomUUID() + "@acme.example";
    String password =
        users
            .create(Actor.SYSTEM, acme, email, "Rôle", membership, Locale.CANADA_FRENCH)
            .password()
            .orElseThrow();
    return new Account(email, password);
  }

  private Role keeper() {
    return roles.create(
        Actor.SYSTEM,
        Membership.WHOLE,
        acme,
        "Gardien " + UUID.randomUUID(),
        Set.of(Permission.MANAGE_USERS));
  }

  /** An administrator of the installation, member of no client. */
  public Account platformAdministrator() {
    String email = UUID.randomUUID() + "@eds.example";
    String password =
        users
            .createPlatformAdministrator(Actor.SYSTEM, email, "EDS", Locale.CANADA_FRENCH)
            .orElseThrow();
    return new Account(email, password);
  }

  private String expired() {
    Clock hourAgo = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
    byte[] masterKey = portal.installation().settings().masterKey();
    Account user = accounts.get(Who.USER);
    SignIn then = Identity.of(portal.installation().databases(), masterKey, hourAgo).signIn();
    return ((SignedIn)
            then.begin(
                SessionKind.PROGRAM,
                user.email(),
                user.password(),
                Device.program("127.0.0.1", "test")))
        .accessToken();
  }
}
