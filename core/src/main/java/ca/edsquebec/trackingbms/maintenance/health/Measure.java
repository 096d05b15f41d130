package ca.edsquebec.trackingbms.maintenance.health;

import java.time.Duration;

/**
 * What a check has measured.
 *
 * @param value NaN when there is none
 * @param limit beyond which it is no longer good; NaN when there is none
 */
public record Measure(double value, double limit, Unit unit) {

  /** What value and limit are. Stored by name. */
  public enum Unit {
    COUNT,
    MILLISECONDS,
    SECONDS,
    DAYS,
    BYTES
  }

  static final Measure NONE = new Measure(Double.NaN, Double.NaN, Unit.COUNT);

  static Measure of(double value, double limit, Unit unit) {
    return new Measure(value, limit, unit);
  }

  static Measure of(long value, long limit, Unit unit) {
    return new Measure((double) value, (double) limit, unit);
  }

  static Measure seconds(Duration value, Duration limit) {
    return of(value.toSeconds(), limit.toSeconds(), Unit.SECONDS);
  }
}
