package ca.edsquebec.trackingbms.connector;

/**
 * Values that a device does not tell apart from 0.
 *
 * @param from lowest of them, in the metric's unit and sign
 * @param to highest of them
 */
public record BlindBand(double from, double to) {
  public BlindBand {
    if (!(from <= 0 && to >= 0)) {
      throw new IllegalArgumentException("[%s, %s] is not around 0".formatted(from, to));
    }
  }
}
