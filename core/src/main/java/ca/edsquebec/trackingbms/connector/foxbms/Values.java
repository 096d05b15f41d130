package ca.edsquebec.trackingbms.connector.foxbms;

import ca.edsquebec.trackingbms.connector.wire.CanSignal;

/** From integers of the bus to numbers in our units. */
final class Values {

  private Values() {}

  /**
   * The value in our unit (V of mV, W of kW, Wh of kWh), or NaN when it stands at an end of its
   * range: the firmware sets a value it does not know to the highest or lowest integer and clips
   * it, so 1638.3 V is no voltage.
   *
   * @param sign −1 turns the value round
   */
  static double orUnknown(Message message, CanSignal signal, int sign) {
    long raw = message.raw(signal);
    return signal.isFullScale(raw) ? Double.NaN : inOurUnit(signal, sign * raw);
  }

  /** As {@link #orUnknown}, where the ends of the range are values like others. */
  static double plain(Message message, CanSignal signal) {
    return inOurUnit(signal, message.raw(signal));
  }

  private static double inOurUnit(CanSignal signal, long raw) {
    return switch (signal.unit()) {
      case "mV" -> signal.value(raw) / 1000;
      case "kW", "kWh" -> signal.value(raw * 1000);
      default -> signal.value(raw);
    };
  }

  /** Mean of those that are known, to a thousandth; NaN when none is. */
  static double mean(double[] values) {
    double sum = 0;
    int known = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        sum += value;
        known++;
      }
    }
    return known == 0 ? Double.NaN : rounded(sum / known);
  }

  /** Sum to a thousandth; NaN unless all are known, since a part of a sum says nothing. */
  static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return rounded(sum);
  }

  private static double rounded(double value) {
    return Math.rint(value * 1000) / 1000;
  }
}
