package ca.edsquebec.trackingbms.connector.greenbms;

import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.measure.BatteryState;
import ca.edsquebec.trackingbms.measure.Metric;
import java.util.Optional;

/** Page 2, tokens g: the pack. Current is positive when charging, as ours. */
final class Overview {

  private Overview() {}

  /**
   * @return empty for a number that no firmware sends
   * @throws FrameException when the value is none of its kind
   */
  static Optional<Reading> reading(Token token) throws FrameException {
    double value = token.decimal().doubleValue();
    return switch (token.number()) {
      case 1 -> scalar(Metric.PACK_VOLTAGE, value);
      case 2 -> scalar(Metric.CURRENT, value);
      case 3 -> scalar(Metric.SOC, value);
      case 4 -> scalar(Metric.CELL_VOLTAGE_MAX, value);
      case 5 -> scalar(Metric.CELL_VOLTAGE_MIN, value);
      case 6 -> Optional.of(new Reading.State(state(token)));
      default -> Optional.empty();
    };
  }

  private static Optional<Reading> scalar(Metric metric, double value) {
    return Optional.of(new Reading.Scalar(metric, value));
  }

  private static BatteryState state(Token token) throws FrameException {
    return switch (token.value()) {
      case "0" -> BatteryState.IDLE;
      case "1" -> BatteryState.CHARGING;
      case "2" -> BatteryState.DISCHARGING;
      default -> throw new FrameException("g006 is %s, not 0, 1 or 2".formatted(token.value()));
    };
  }
}
