package ca.edsquebec.trackingbms.connector.foxbms;

import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.wire.CanSignal;
import ca.edsquebec.trackingbms.measure.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Signals that are a metric as they stand, by name: limits and extremes of the pack (0x230, 0x231,
 * 0x232; in v1.10.0 all extremes are in 0x231).
 *
 * <p>The 4-bit indexes beside the extremes are not used: they can't name the 17th cell of a module.
 */
final class PlainScalars {

  static final Map<String, Metric> METRICS =
      Map.of(
          "MinimumCellTemperature", Metric.TEMPERATURE_MIN,
          "MaximumCellTemperature", Metric.TEMPERATURE_MAX,
          "MinimumCellVoltage", Metric.CELL_VOLTAGE_MIN,
          "MaximumCellVoltage", Metric.CELL_VOLTAGE_MAX,
          "MaximumChargeCurrent", Metric.CHARGE_CURRENT_LIMIT,
          "MaximumDischargeCurrent", Metric.DISCHARGE_CURRENT_LIMIT,
          "MaximumBatteryVoltage", Metric.CHARGE_VOLTAGE_LIMIT,
          "MinimumBatteryVoltage", Metric.DISCHARGE_VOLTAGE_LIMIT);

  private PlainScalars() {}

  static List<Reading> readings(Message message) {
    List<Reading> readings = new ArrayList<>();
    for (CanSignal signal : message.layout()) {
      Metric metric = METRICS.get(signal.name());
      if (metric != null) {
        readings.add(new Reading.Scalar(metric, Values.orUnknown(message, signal, 1)));
      }
    }
    return readings;
  }
}
