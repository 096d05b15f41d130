package ca.edsquebec.trackingbms.overview;

import ca.edsquebec.trackingbms.measure.Metric;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Sums and means over the live ones of some batteries; NaN where none knows. */
final class Figures {

  private static final double WH_PER_KWH = 1000;

  private final List<BatteryNow> live;
  private final Map<Long, Double> weights;

  /**
   * @param weights of these and maybe more, by battery id
   */
  Figures(Collection<BatteryNow> batteries, Map<Long, Double> weights) {
    this.live = batteries.stream().filter(b -> b.condition().isLive()).toList();
    this.weights = weights;
  }

  double soc() {
    double sum = 0;
    double weight = 0;
    for (BatteryNow battery : live) {
      double soc = battery.value(Metric.SOC);
      if (!Double.isNaN(soc)) {
        double own = weights.get(battery.battery().id());
        sum += own * soc;
        weight += own;
      }
    }
    return weight > 0 ? sum / weight : Double.NaN;
  }

  double power() {
    return sum(battery -> battery.value(Metric.POWER));
  }

  double availableKWh() {
    return sum(b -> b.ratedEnergy() * b.value(Metric.SOC) / 100) / WH_PER_KWH;
  }

  double totalKWh() {
    return sum(b -> Double.isNaN(b.value(Metric.SOC)) ? Double.NaN : b.ratedEnergy()) / WH_PER_KWH;
  }

  private double sum(ToDoubleFunction<BatteryNow> value) {
    double sum = Double.NaN;
    for (BatteryNow battery : live) {
      double one = value.applyAsDouble(battery);
      if (!Double.isNaN(one)) {
        sum = Double.isNaN(sum) ? one : sum + one;
      }
    }
    return sum;
  }

  Optional<BatteryNow> hottest() {
    return live.stream()
        .filter(battery -> !Double.isNaN(battery.value(Metric.TEMPERATURE_MAX)))
        .max(Comparator.comparingDouble(battery -> battery.value(Metric.TEMPERATURE_MAX)));
  }

  /** The nearest rank. A sender's clock that is ahead makes no delay. */
  double delayP95Millis() {
    double[] delays =
        live.stream()
            .flatMap(battery -> battery.latest().stream())
            .mapToDouble(one -> Math.max(0, one.receivedAt().toEpochMilli() - one.sample().ts()))
            .sorted()
            .toArray();
    return delays.length == 0 ? Double.NaN : delays[(int) Math.ceil(0.95 * delays.length) - 1];
  }
}
