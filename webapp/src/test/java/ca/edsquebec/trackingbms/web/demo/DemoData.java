package ca.edsquebec.trackingbms.web.demo;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.client.Looks;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryQuery;
import ca.edsquebec.trackingbms.fleet.CustomFields;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.identity.ApiKeys;
import ca.edsquebec.trackingbms.identity.Created;
import ca.edsquebec.trackingbms.identity.KeyWish;
import ca.edsquebec.trackingbms.identity.Maker;
import ca.edsquebec.trackingbms.identity.PasswordHash;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.identity.Users;
import ca.edsquebec.trackingbms.intake.pull.PullAddress;
import ca.edsquebec.trackingbms.intake.pull.PullDevices;
import ca.edsquebec.trackingbms.platform.OutboundGuard;
import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.platform.Settings;
import ca.edsquebec.trackingbms.secret.KeyRing;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes the demo's two clients, their people and batteries, through the faces that the command line
 * uses.
 */
public final class DemoData implements AutoCloseable {

  /** What {@code demo.json} says. */
  public record Made(List<Account> accounts, List<Key> apiKeys) {}

  public record Account(String email, String password, String role, String client) {}

  public record Key(String client, String key) {}

  record Listed(String client, String code, String name, String id) {}

  private static final String SUPPLIER = "eds@trackingbms.example";

  private final Databases databases;
  private final Users users;
  private final ApiKeys keys;
  private final Fleet fleet;
  private final CustomFields fields;
  private final Looks looks;
  private final PullDevices pull;

  /**
   * @param settings of an installation with an empty registry, or that of an earlier demo
   */
  public DemoData(Settings settings) {
    Clock clock = Clock.systemUTC();
    databases = Databases.open(settings, Setting.TBMS_JOB_POOL);
    databases.migrations().migrateRegistry();
    KeyRing ring = new KeyRing(databases.registry(), settings.masterKey(), clock);
    Audit audit = new Audit(databases, ring, clock);
    users = new Users(databases.registry(), new PasswordHash(), audit, clock);
    keys = new ApiKeys(databases.registry(), audit, clock);
    fleet = new Fleet(databases.tenantDatabase(), (connector, given) -> {}, audit, clock);
    fields = new CustomFields(databases.tenantDatabase(), audit, clock);
    looks = new Looks(databases.registry(), databases.tenants(), audit);
    // The demo's devices are on this machine; a portal for others must not ask there.
    OutboundGuard guard = new OutboundGuard(true);
    pull = new PullDevices(databases.tenantDatabase(), guard, audit, clock);
  }

  /** Brings the schemas of a demo that was made by an earlier version up to date. */
  void migrate() {
    databases.tenants().list().forEach(databases.migrations()::migrate);
  }

  /** Makes everything, in an empty installation. */
  public Made make() {
    Client laval = client("laval", "Ville de Laval", "julie@laval.example", "marc@laval.example");
    Client nord = client("nord", "Coop du Nord", "alain@nord.example", "sophie@nord.example");
    List<Account> accounts =
        new ArrayList<>(List.of(laval.admin(), laval.user(), nord.admin(), nord.user()));
    accounts.addAll(complete());
    return new Made(accounts, List.of(laval.key(), nord.key()));
  }

  /**
   * Adds what a demo made by an earlier version lacks.
   *
   * @return who was added
   */
  List<Account> complete() {
    List<TenantId> clients = databases.tenants().list().stream().map(Tenant::id).toList();
    for (TenantId client : clients) {
      Set<String> known = known(client);
      DemoBattery.ALL.stream()
          .filter(battery -> battery.client().equals(client.slug()))
          .filter(battery -> !known.contains(battery.code()))
          .forEach(battery -> fleet.add(Actor.SYSTEM, client, battery.description()));
      new DemoWords(fleet, fields, looks).say(client);
    }
    return supplier(clients);
  }

  /** Has the portal ask these devices where they are now. */
  public void ask(DemoDevices devices) {
    for (Tenant client : databases.tenants().list()) {
      Map<String, String> addresses = devices.addresses(client.id().slug());
      fleet.batteries(Viewer.system(client.id()), BatteryQuery.first(200)).items().stream()
          .filter(battery -> addresses.containsKey(battery.code()))
          .forEach(
              battery ->
                  pull.set(
                      Actor.SYSTEM,
                      client.id(),
                      battery,
                      PullAddress.parse(addresses.get(battery.code()))));
    }
  }

  private Set<String> known(TenantId client) {
    return fleet.batteries(Viewer.system(client), BatteryQuery.first(200)).items().stream()
        .map(Battery::code)
        .collect(Collectors.toSet());
  }

  /** Somebody of EDS, who looks after both clients; told only when the password is new. */
  private List<Account> supplier(List<TenantId> clients) {
    Optional<String> password = Optional.empty();
    for (TenantId client : clients) {
      Optional<String> made =
          users
              .create(
                  Actor.SYSTEM,
                  client,
                  SUPPLIER,
                  "EDS Québec",
                  Role.CLIENT_ADMIN,
                  Locale.CANADA_FRENCH)
              .password();
      password = password.or(() -> made);
    }
    return password.stream()
        .flatMap(
            text ->
                clients.stream()
                    .map(client -> new Account(SUPPLIER, text, "client-admin", client.slug())))
        .toList();
  }

  List<Listed> batteries() {
    return databases.tenants().list().stream()
        .map(Tenant::id)
        .flatMap(
            tenant ->
                fleet.batteries(Viewer.system(tenant), BatteryQuery.first(200)).items().stream()
                    .map(b -> listed(tenant, b)))
        .toList();
  }

  private static Listed listed(TenantId tenant, Battery battery) {
    return new Listed(tenant.slug(), battery.code(), battery.name(), battery.uid());
  }

  private record Client(TenantId id, Account admin, Account user, Key key) {}

  private Client client(String slug, String name, String admin, String user) {
    Tenant tenant = databases.provisioning().prepare(new TenantId(slug), name);
    Created first =
        users.createAdministrator(
            Actor.SYSTEM, tenant.id(), admin, nameOf(admin), Locale.CANADA_FRENCH);
    databases.provisioning().activate(tenant.id());
    Created second =
        users.create(
            Actor.SYSTEM, tenant.id(), user, nameOf(user), Role.USER, Locale.CANADA_FRENCH);
    String key =
        keys.create(
                Maker.operator(Actor.SYSTEM),
                tenant.id(),
                KeyWish.of("Passerelle démo", EnumSet.allOf(Scope.class)))
            .text();
    return new Client(
        tenant.id(),
        new Account(admin, first.password().orElseThrow(), "client-admin", slug),
        new Account(user, second.password().orElseThrow(), "user", slug),
        new Key(slug, key));
  }

  private static String nameOf(String email) {
    String first = email.substring(0, email.indexOf('@'));
    return first.substring(0, 1).toUpperCase(Locale.ROOT) + first.substring(1);
  }

  @Override
  public void close() {
    databases.close();
  }
}
