package ca.edsquebec.trackingbms.web.fleet;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.overview.BatteryNow;
import ca.edsquebec.trackingbms.web.page.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A scale with its normal stretch. There is one only where somebody who knows has said what is
 * normal: the battery itself, or a preset of its chemistry.
 *
 * @param low the normal stretch begins, in the unit of the scale
 * @param high it ends
 */
public record Gauge(Scale scale, double low, double high) {

  /** What is drawn beyond the outer limits, as a share of what lies between them. */
  private static final double MARGIN = 0.12;

  /** Libre Solar's presets, for the chemistries of {@link CellLimits}; °C. */
  private static final double DISCHARGE_COLDEST = -20;

  private static final double CHARGE_COLDEST = 0;
  private static final double HOTTEST = 45;

  /** Of the whole battery, in V; empty when its chemistry or number of cells tells nothing. */
  static Optional<Gauge> voltage(Battery battery) {
    int cells = battery.cellCount();
    return cells == 0
        ? Optional.empty()
        : CellLimits.of(battery.chemistry())
            .map(
                limits ->
                    between(
                        limits.under() * cells,
                        limits.dischargeLimit() * cells,
                        limits.chargeLimit() * cells,
                        limits.over() * cells));
  }

  /** In A; empty unless the battery reports what it allows now in both directions. */
  static Optional<Gauge> current(BatteryNow now) {
    double charge = now.value(Metric.CHARGE_CURRENT_LIMIT);
    double discharge = now.value(Metric.DISCHARGE_CURRENT_LIMIT);
    double most = Math.max(charge, discharge);
    if (!(most > 0)) {
      return Optional.empty();
    }
    double end = most * (1 + 2 * MARGIN);
    List<Scale.Zone> zones =
        List.of(
            new Scale.Zone(-end, -discharge, "critical"), new Scale.Zone(charge, end, "critical"));
    return Optional.of(new Gauge(new Scale(-end, end, zones), -discharge, charge));
  }

  /** In °C; empty for a chemistry without preset. Where only charging is harmful is a warning. */
  static Optional<Gauge> temperature(Battery battery) {
    return CellLimits.of(battery.chemistry())
        .map(limits -> between(DISCHARGE_COLDEST, CHARGE_COLDEST, HOTTEST, HOTTEST));
  }

  private static Gauge between(double under, double low, double high, double over) {
    double margin = (over - under) * MARGIN;
    Scale empty = new Scale(under - margin, over + margin, List.of());
    List<Scale.Zone> zones = new ArrayList<>();
    zones.add(new Scale.Zone(empty.low(), under, "critical"));
    zones.add(new Scale.Zone(under, low, "warning"));
    if (over > high) {
      zones.add(new Scale.Zone(high, over, "warning"));
    }
    zones.add(new Scale.Zone(over, empty.high(), "critical"));
    return new Gauge(new Scale(empty.low(), empty.high(), zones), low, high);
  }

  /** {@code in-range}, {@code below} or {@code above}; empty for NaN. */
  public String word(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    return value < low ? "below" : value > high ? "above" : "in-range";
  }
}
