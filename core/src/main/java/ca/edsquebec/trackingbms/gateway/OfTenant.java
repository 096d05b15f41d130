package ca.edsquebec.trackingbms.gateway;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A client's gateways in memory, and what is behind them. Safe for any number of threads. */
final class OfTenant {

  private final Map<String, Seen> byCode = new ConcurrentHashMap<>();
  private final Map<Long, Long> gatewayOf = new ConcurrentHashMap<>();
  private final Set<Long> unsaved = ConcurrentHashMap.newKeySet();

  OfTenant(List<Gateway> stored) {
    take(stored);
  }

  /** Goes by what is stored now; what gateways said is not forgotten. */
  void take(List<Gateway> stored) {
    Set<String> codes = new HashSet<>();
    Map<Long, Long> behind = new HashMap<>();
    for (Gateway gateway : stored) {
      codes.add(gateway.code());
      gateway.batteries().forEach(battery -> behind.put(battery, gateway.id()));
      Seen known = byCode.get(gateway.code());
      if (known != null && known.gateway().id() == gateway.id()) {
        known.describe(gateway);
      } else {
        byCode.put(gateway.code(), new Seen(gateway));
      }
    }
    byCode.keySet().retainAll(codes);
    gatewayOf.putAll(behind);
    gatewayOf.keySet().retainAll(behind.keySet());
  }

  Optional<Seen> named(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  List<Seen> all() {
    return List.copyOf(byCode.values());
  }

  /** How many that key has. */
  long countOf(String key) {
    return byCode.values().stream().filter(seen -> seen.gateway().keys().contains(key)).count();
  }

  int size() {
    return byCode.size();
  }

  /** Notes through which gateway something of these batteries came. */
  void carried(long gateway, Set<Long> batteries) {
    for (Long battery : batteries) {
      Long before = gatewayOf.put(battery, gateway);
      if (before == null || before != gateway) {
        unsaved.add(battery);
      }
    }
  }

  /** By gateway. */
  Map<Long, Set<Long>> behind() {
    Map<Long, Set<Long>> behind = new HashMap<>();
    gatewayOf.forEach(
        (battery, gateway) -> behind.computeIfAbsent(gateway, id -> new HashSet<>()).add(battery));
    return behind;
  }

  /** The batteries whose gateway is to be written, with it; from now on they count as written. */
  Map<Long, Long> toSave() {
    Map<Long, Long> due = new HashMap<>();
    for (Long battery : Set.copyOf(unsaved)) {
      unsaved.remove(battery);
      Long gateway = gatewayOf.get(battery);
      if (gateway != null) {
        due.put(battery, gateway);
      }
    }
    return due;
  }

  void notSaved(Set<Long> batteries) {
    unsaved.addAll(batteries);
  }
}
