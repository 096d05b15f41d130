package ca.edsquebec.trackingbms.web.audit;

import ca.edsquebec.trackingbms.candb.CanDatabase;
import ca.edsquebec.trackingbms.candb.CanDatabases;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.CustomFields;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.fleet.Place;
import ca.edsquebec.trackingbms.gateway.GatewayNow;
import ca.edsquebec.trackingbms.gateway.Gateways;
import ca.edsquebec.trackingbms.identity.ApiKey;
import ca.edsquebec.trackingbms.identity.ApiKeys;
import ca.edsquebec.trackingbms.identity.PersonNames;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.identity.Roles;
import ca.edsquebec.trackingbms.identity.ShareLink;
import ca.edsquebec.trackingbms.identity.Shares;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Tenants;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.web.page.Visit;
import ca.edsquebec.trackingbms.web.people.ScopeNames;
import ca.edsquebec.trackingbms.web.security.Caller;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Who knows what the ids in a chain are called. Safe for any number of threads. */
public final class AuditNames {

  private final PersonNames people;
  private final Tenants tenants;
  private final Roles roles;
  private final ApiKeys keys;
  private final Shares shares;
  private final Fleet fleet;
  private final BatteryDirectory directory;
  private final CustomFields fields;
  private final Gateways gateways;
  private final CanDatabases canDatabases;

  @Inject
  public AuditNames(
      PersonNames people,
      Tenants tenants,
      Roles roles,
      ApiKeys keys,
      Shares shares,
      Fleet fleet,
      BatteryDirectory directory,
      CustomFields fields,
      Gateways gateways,
      CanDatabases canDatabases) {
    this.people = people;
    this.tenants = tenants;
    this.roles = roles;
    this.keys = keys;
    this.shares = shares;
    this.fleet = fleet;
    this.directory = directory;
    this.fields = fields;
    this.gateways = gateways;
    this.canDatabases = canDatabases;
  }

  /** The words for a client's chain, to somebody of that client. */
  AuditWords ofClient(Caller caller, Visit visit) {
    TenantId client = caller.tenant();
    Viewer viewer = caller.viewer();
    ChainNames names =
        new ChainNames(
            people,
            Optional.of(client),
            Map.of(
                "battery", () -> byId(directory.all(viewer), Battery::uid, ScopeNames::named),
                "place", () -> byId(fleet.places(viewer), Place::uid, Place::name),
                "client", () -> Map.of(client.slug(), tenants.get(client).name()),
                "key", () -> byId(keys.list(client), ApiKey::id, ApiKey::name),
                "share", () -> byId(shares.list(client), ShareLink::id, ShareLink::name),
                "role", () -> byId(roles.list(client), Role::id, visit::roleName),
                "field", () -> fieldLabels(viewer, visit),
                "gateway", () -> gatewayNames(viewer),
                "can-database",
                    () -> byId(canDatabases.all(viewer), CanDatabase::uid, CanDatabase::name)),
            Optional.of(() -> new ScopeNames(fleet, directory, viewer)));
    return new AuditWords(names, visit.texts(), visit.zone());
  }

  private Map<String, String> gatewayNames(Viewer viewer) {
    Function<GatewayNow, String> uid = one -> one.gateway().uid();
    return byId(gateways.all(viewer), uid, one -> one.gateway().name());
  }

  /** The words for the platform's chain, to an administrator of the platform. */
  AuditWords ofPlatform(Visit visit) {
    Supplier<Map<String, String>> clients =
        () -> byId(tenants.list(), tenant -> tenant.id().slug(), Tenant::name);
    ChainNames names =
        new ChainNames(people, Optional.empty(), Map.of("client", clients), Optional.empty());
    return new AuditWords(names, visit.texts(), visit.zone());
  }

  private Map<String, String> fieldLabels(Viewer viewer, Visit visit) {
    return byId(
        fields.all(viewer),
        use -> use.field().code(),
        use -> use.field().label(visit.texts().locale()));
  }

  private static <T> Map<String, String> byId(
      List<T> things, Function<T, String> id, Function<T, String> name) {
    return things.stream().collect(Collectors.toMap(id, name, (first, second) -> first));
  }
}
