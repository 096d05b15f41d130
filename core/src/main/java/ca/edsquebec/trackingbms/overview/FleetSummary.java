package ca.edsquebec.trackingbms.overview;

import ca.edsquebec.trackingbms.fleet.BatteryType;
import ca.edsquebec.trackingbms.fleet.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several batteries together. What is summed or averaged is of those that are live: stale and
 * unknown ones are excluded.
 *
 * @param conditions number by condition: every condition, the worst first
 * @param batteries how many there are
 * @param places at how many places
 * @param types of how many types
 * @param soc mean in %, weighted by rated energy; NaN when none is known
 * @param availableKWh energy in the live batteries of known SOC and rating; NaN when none is
 * @param totalKWh rated energy of those same batteries; NaN when none is known
 * @param power net W, + charging; NaN when none is known
 * @param temperatureMax highest, °C; NaN when none is known
 * @param hottest the battery that has it
 * @param excluded how many are stale or unknown
 * @param delayP95Millis of the live ones, the 95th percentile of the time from measurement to
 *     reception of the latest sample; NaN when none is live
 * @param byType by name of the type
 * @param byPlace by name of the place
 */
public record FleetSummary(
    Map<Condition, Integer> conditions,
    int batteries,
    int places,
    int types,
    double soc,
    double availableKWh,
    double totalKWh,
    double power,
    double temperatureMax,
    Optional<BatteryNow> hottest,
    int excluded,
    double delayP95Millis,
    List<OfType> byType,
    List<AtPlace> byPlace) {

  /**
   * The batteries of one type together.
   *
   * @param soc as in the whole
   * @param power as in the whole
   */
  public record OfType(BatteryType type, int batteries, double soc, double power) {}

  /**
   * The batteries of one place.
   *
   * @param types names of their types, in order
   * @param batteries by name
   */
  public record AtPlace(Place place, List<String> types, List<BatteryNow> batteries) {

    public AtPlace {
      types = List.copyOf(types);
      batteries = List.copyOf(batteries);
    }
  }

  public FleetSummary {
    byType = List.copyOf(byType);
    byPlace = List.copyOf(byPlace);
  }
}
