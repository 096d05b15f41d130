package ca.edsquebec.trackingbms.intake.check;

import java.util.Locale;

/**
 * What a battery's samples show.
 *
 * @param what was found
 * @param fromMillis time of the first sample that was looked at, epoch milliseconds
 * @param toMillis of the last
 * @param cases how many cases were looked at: parts of the state of charge's way, steps of current,
 *     samples; which of them says {@code what}
 * @param against how many of them speak for the finding
 * @param measured what was measured: percentage points of charge, a ratio, cells, °C
 * @param expected what it should be; NaN when nothing definite
 */
public record Finding(
    What what,
    long fromMillis,
    long toMillis,
    int cases,
    int against,
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
    /** Measured is the median of the first such sensor, against is its number from 1. */
    TEMPERATURE_IMPLAUSIBLE;

    /** As texts and programs have it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
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
