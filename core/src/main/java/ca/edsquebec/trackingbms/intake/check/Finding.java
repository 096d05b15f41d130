package ca.edsquebec.trackingbms.intake.check;

import ca.edsquebec.trackingbms.measure.Sample;
import java.util.List;
import java.util.Locale;

/**
 * What a battery's samples show.
 *
 * @param what was found
 * @param fromMillis time of the first sample that was looked at, epoch milliseconds
 * @param toMillis of the last
 * @param cases how many cases were looked at: parts of the state of charge's way, steps of current,
 *     or samples, by what was found
 * @param speaking how many of them show it
 * @param sensor number of the sensor that is meant, from 1; 0 for none
 * @param measured what was measured: percentage points of charge, a ratio, cells, °C
 * @param expected what it should be; NaN when nothing definite
 */
public record Finding(
    What what,
    long fromMillis,
    long toMillis,
    int cases,
    int speaking,
    int sensor,
    double measured,
    double expected) {

  /** What can be found; the bundles have the words as {@code check.current-agrees}. */
  public enum What {
    /** Cases are parts of the way of the state of charge; measured is its length, in points. */
    CURRENT_AGREES,
    /** As above: the charge grows while the current says discharging, or the other way round. */
    CURRENT_INVERTED_BY_CHARGE,
    /** Cases are steps of the current; measured is the median of volts a step. */
    CURRENT_INVERTED_BY_VOLTAGE,
    /** One says so and the other the contrary. */
    CURRENT_CONTRADICTORY,
    /** Cases are samples; measured is the pack's voltage by the sum of its cells. */
    VOLTAGE_AGREES,
    /** As above, where modules in parallel tell all their cells; expected is their number. */
    VOLTAGE_OF_MODULES,
    /** As above, with a power of ten as the expected ratio. */
    VOLTAGE_SCALE,
    /** As above; the bus voltage is what the cells add up to. */
    VOLTAGE_SWAPPED,
    VOLTAGE_DIFFERS,
    /** Measured is the number of cells told, expected what the battery's row has. */
    CELL_COUNT_DIFFERS,
    /** Cases are samples of the first such sensor; measured is their median, °C. */
    TEMPERATURE_IMPLAUSIBLE;

    /** As texts and programs have it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Of no sensor.
   *
   * @param samples all that were looked at, at least one
   */
  static Finding of(
      What what, List<Sample> samples, int cases, int speaking, double measured, double expected) {
    return new Finding(
        what,
        samples.get(0).ts(),
        samples.get(samples.size() - 1).ts(),
        cases,
        speaking,
        0,
        measured,
        expected);
  }

  /** The same of a sensor, from 1. */
  Finding ofSensor(int number) {
    return new Finding(what, fromMillis, toMillis, cases, speaking, number, measured, expected);
  }

  /** Whether nothing is wrong. */
  public boolean isGood() {
    return what == What.CURRENT_AGREES
        || what == What.VOLTAGE_AGREES
        || what == What.VOLTAGE_OF_MODULES;
  }

  /** Whether turning the sign of the current is proposed. */
  public boolean proposesInversion() {
    return what == What.CURRENT_INVERTED_BY_CHARGE || what == What.CURRENT_INVERTED_BY_VOLTAGE;
  }
}
