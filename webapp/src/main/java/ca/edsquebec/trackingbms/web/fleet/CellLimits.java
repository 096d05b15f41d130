package ca.edsquebec.trackingbms.web.fleet;

import ca.edsquebec.trackingbms.measure.Chemistry;
import java.util.Optional;

/**
 * Where the voltage of a cell should be, in V, by its chemistry: the presets of Libre Solar's BMS
 * firmware ({@code app/src/bms_common.c}). For gauges only; a battery's own limits may be tighter.
 *
 * @param under cells are protected below it
 * @param dischargeLimit discharging should end
 * @param chargeLimit charging should end
 * @param over cells are protected above it
 */
record CellLimits(double under, double dischargeLimit, double chargeLimit, double over) {

  /** Empty for a chemistry that the source has no preset for. */
  static Optional<CellLimits> of(Chemistry chemistry) {
    return switch (chemistry) {
      case LFP -> Optional.of(new CellLimits(2.50, 2.80, 3.55, 3.80));
      case NMC -> Optional.of(new CellLimits(3.00, 3.20, 4.20, 4.25));
      case LTO -> Optional.of(new CellLimits(1.90, 2.00, 2.80, 2.85));
      default -> Optional.empty();
    };
  }
}
