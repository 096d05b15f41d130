package ca.edsquebec.trackingbms.web.demo;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryQuery;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.identity.ApiKeys;
import ca.edsquebec.trackingbms.identity.Created;
import ca.edsquebec.trackingbms.identity.PasswordHash;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.identity.Users;
import ca.edsquebec.trackingbms.measure.Chemistry;
import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.platform.Settings;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** Makes the demo's two clients through the faces that the command line uses. */
final class DemoData implements AutoCloseable {

  /** What {@code demo.json} says. */
  record Made(List<Account> accounts, List<Key> apiKeys) {}

  record Account(String email, String password, String role, String client) {}

  record Key(String client, String key) {}

  record Listed(String client, String code, String name, String id) {}

  private final Databases databases;
  private final Users users;
  private final ApiKeys keys;
  private final Fleet fleet;

  DemoData(Settings settings) {
    Clock clock = Clock.systemUTC();
    databases = Databases.open(settings, Setting.TBMS_JOB_POOL);
    databases.migrations().migrateRegistry();
    users = new Users(databases.registry(), new PasswordHash(), clock);
    keys = new ApiKeys(databases.registry(), clock);
    fleet = new Fleet(databases.tenantDatabase(), (connector, given) -> {}, clock);
  }

  /** Brings the schemas of a demo that was made by an earlier version up to date. */
  void migrate() {
    databases.tenants().list().forEach(databases.migrations()::migrate);
  }

  Made make() {
    Client laval = client("laval", "Ville de Laval", "julie@laval.example", "marc@laval.example");
    Client nord = client("nord", "Coop du Nord", "alain@nord.example", "sophie@nord.example");
    battery(laval.id(), "LAV-01", "Chariot élévateur 1", "Chariots", "Entrepôt Chomedey");
    battery(laval.id(), "LAV-02", "Chariot élévateur 2", "Chariots", "Entrepôt Chomedey");
    battery(laval.id(), "LAV-07", "Réserve toit", "Stationnaire", "Hôtel de ville");
    battery(nord.id(), "NRD-01", "Serre solaire", "Stationnaire", "Serre de Saint-Félicien");
    battery(nord.id(), "NRD-02", "Camion atelier", "Mobile", "Garage d'Alma");
    return new Made(
        List.of(laval.admin(), laval.user(), nord.admin(), nord.user()),
        List.of(laval.key(), nord.key()));
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
        users.createAdministrator(tenant.id(), admin, nameOf(admin), Locale.CANADA_FRENCH);
    databases.provisioning().activate(tenant.id());
    Created second = users.create(tenant.id(), user, nameOf(user), Role.USER, Locale.CANADA_FRENCH);
    String key = keys.create(tenant.id(), "Passerelle démo", EnumSet.allOf(Scope.class)).text();
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

  private void battery(TenantId tenant, String code, String name, String type, String place) {
    fleet.add(
        tenant,
        NewBattery.builder(code, type, place, "foxbms")
            .name(name)
            .chemistry(Chemistry.NMC)
            .cellCount(36)
            .nominalCapacityAh(60)
            .nominalVoltageV(133)
            .storagePeriod(Duration.ofSeconds(5))
            .staleThreshold(Duration.ofSeconds(30))
            .build());
  }

  @Override
  public void close() {
    databases.close();
  }
}
