package ca.edsquebec.trackingbms.overview;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** How much each battery counts in a mean: its rated energy. */
final class Weights {

  private Weights() {}

  /**
   * By battery id, in Wh: one of unknown rating weighs as the mean of the others, or all weigh 1
   * when none is known.
   */
  static Map<Long, Double> of(Collection<BatteryNow> batteries) {
    double mean =
        batteries.stream()
            .mapToDouble(BatteryNow::ratedEnergy)
            .filter(energy -> !Double.isNaN(energy))
            .average()
            .orElse(1);
    Map<Long, Double> weights = new LinkedHashMap<>();
    for (BatteryNow battery : batteries) {
      double energy = battery.ratedEnergy();
      weights.put(battery.battery().id(), Double.isNaN(energy) ? mean : energy);
    }
    return weights;
  }
}
