package ca.edsquebec.trackingbms.web.page;

import java.util.List;

/**
 * A straight gauge: where a value stands between two ends, and which stretches are no good.
 *
 * @param low its left end
 * @param high its right end, above the left one
 */
public record Scale(double low, double high, List<Zone> zones) {

  /** How wide it is drawn. */
  private static final double WIDTH = 240;

  /**
   * A stretch.
   *
   * @param tone {@code warning} or {@code critical}
   */
  public record Zone(double from, double to, String tone) {}

  public Scale {
    zones = List.copyOf(zones);
  }

  /** Where a value is drawn; what lies beyond an end, at that end. */
  public double at(double value) {
    double share = (value - low) / (high - low);
    return Math.rint(Math.max(0, Math.min(1, share)) * WIDTH * 10) / 10;
  }

  /** False for NaN. */
  public boolean shows(double value) {
    return !Double.isNaN(value);
  }
}
