package ca.edsquebec.trackingbms.web.dashboard;

import ca.edsquebec.trackingbms.gateway.Gateway;
import ca.edsquebec.trackingbms.gateway.GatewayNow;
import ca.edsquebec.trackingbms.gateway.Gateways;
import ca.edsquebec.trackingbms.overview.BatteryNow;
import ca.edsquebec.trackingbms.overview.Condition;
import ca.edsquebec.trackingbms.overview.FleetQuery;
import ca.edsquebec.trackingbms.overview.Overview;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody should look at first. A silent gateway stands there once, instead of each battery
 * behind it of which nothing is heard for that reason.
 *
 * @param batteries the first in order of severity, normal ones too
 * @param gateways silent ones with something behind them
 */
record ToHandle(List<BatteryNow> batteries, List<GatewayNow> gateways) {

  private static final int WORST = 5;

  /**
   * @param type uid of the one type that is looked at
   */
  static ToHandle of(Overview overview, Gateways gateways, Viewer viewer, Optional<String> type) {
    List<GatewayNow> silent = gateways.silent(viewer);
    Map<Long, Gateway> behind = gateways.silentOf(viewer);
    FleetQuery first = FleetQuery.first(Math.min(FleetQuery.MAX_SIZE, WORST + behind.size()));
    List<BatteryNow> worst =
        overview
            .fleet(viewer, type.map(uid -> first.of(Set.of(uid), Set.of())).orElse(first))
            .items();
    List<BatteryNow> others = worst.stream().filter(now -> !isCutOff(now, behind)).toList();
    return new ToHandle(
        others.stream().limit(WORST).toList(),
        silent.stream().filter(one -> type.isEmpty() || concerns(one, worst)).toList());
  }

  private static boolean isCutOff(BatteryNow now, Map<Long, Gateway> behind) {
    return now.condition() == Condition.STALE && behind.containsKey(now.battery().id());
  }

  private static boolean concerns(GatewayNow silent, List<BatteryNow> shown) {
    return shown.stream()
        .anyMatch(now -> silent.gateway().batteries().contains(now.battery().id()));
  }
}
