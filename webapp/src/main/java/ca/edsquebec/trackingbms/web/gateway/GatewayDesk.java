package ca.edsquebec.trackingbms.web.gateway;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.gateway.GatewayNow;
import ca.edsquebec.trackingbms.gateway.Gateways;
import ca.edsquebec.trackingbms.identity.ApiKey;
import ca.edsquebec.trackingbms.identity.ApiKeys;
import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.security.Caller;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What pages and API share: ids as those who ask know them, and what is whose to know. */
public final class GatewayDesk {

  private final Gateways gateways;
  private final BatteryDirectory directory;
  private final ApiKeys keys;
  private final Clock clock;

  @Inject
  public GatewayDesk(Gateways gateways, BatteryDirectory directory, ApiKeys keys, Clock clock) {
    this.gateways = gateways;
    this.directory = directory;
    this.keys = keys;
    this.clock = clock;
  }

  /** All that the caller may see, the silent ones first. */
  List<GatewayRow> all(Caller caller) {
    return gateways.all(caller.viewer()).stream()
        .sorted(Comparator.comparing(one -> !one.isSilent()))
        .map(one -> row(caller, one))
        .toList();
  }

  GatewayRow one(Caller caller, String uid) {
    return row(caller, gateways.gateway(caller.viewer(), uid));
  }

  private GatewayRow row(Caller caller, GatewayNow now) {
    List<Battery> behind =
        now.gateway().batteries().stream()
            .flatMap(id -> directory.byId(caller.tenant(), id).stream())
            .sorted(Comparator.comparing(Battery::code))
            .toList();
    String stranger =
        caller.may(Permission.MANAGE_KEYS)
            ? now.stranger().map(other -> nameOf(caller, other.keyId())).orElse("")
            : "";
    return new GatewayRow(now, behind, stranger);
  }

  private String nameOf(Caller caller, String keyId) {
    return keys.list(caller.tenant()).stream()
        .filter(key -> key.id().equals(keyId))
        .map(ApiKey::name)
        .findFirst()
        .orElse(keyId);
  }

  /** Keys of the client that may send and are good, and those that the gateway has already. */
  List<ApiKey> keys(Caller caller, Set<String> held) {
    return keys.list(caller.tenant()).stream()
        .filter(
            key ->
                held.contains(key.id())
                    || (key.scopes().contains(Scope.INGEST)
                        && key.state(clock.instant()) == ApiKey.State.GOOD))
        .toList();
  }

  /**
   * @throws InvalidException when one is no key that can send for this client
   */
  Set<String> checkedKeys(Caller caller, Collection<String> ids, Set<String> held) {
    Set<String> known =
        keys(caller, held).stream().map(ApiKey::id).collect(Collectors.toUnmodifiableSet());
    for (String id : ids) {
      if (!known.contains(id)) {
        throw new InvalidException("keys", "no key \"" + id + "\" that can send");
      }
    }
    return Set.copyOf(ids);
  }

  /** The first of those codes that no battery has; empty when all are batteries'. */
  Optional<String> unknown(Caller caller, Collection<String> codes) {
    return codes.stream()
        .filter(code -> directory.byCode(caller.tenant(), code).isEmpty())
        .findFirst();
  }

  /**
   * @throws InvalidException when there is no such battery
   */
  Set<Long> batteries(Caller caller, Collection<String> codes) {
    Set<Long> ids = new HashSet<>();
    for (String code : codes) {
      ids.add(
          directory
              .byCode(caller.tenant(), code)
              .orElseThrow(() -> new InvalidException("batteries", "no battery \"" + code + "\""))
              .id());
    }
    return ids;
  }
}
