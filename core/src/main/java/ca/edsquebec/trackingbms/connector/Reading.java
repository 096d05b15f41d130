package ca.edsquebec.trackingbms.connector;

import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.BatteryState;
import ca.edsquebec.trackingbms.measure.Metric;
import java.util.List;

/**
 * One thing that one frame says. Whoever merges readings keeps the newest of each kind (and of each
 * metric, index, source or name within the kind).
 */
public sealed interface Reading {

  /**
   * A scalar.
   *
   * @param value in the metric's unit and sign; NaN when the device says it does not know now,
   *     which withdraws what it said before
   */
  record Scalar(Metric metric, double value) implements Reading {}

  /**
   * One cell.
   *
   * @param index from 0, in the device's order
   * @param volts NaN when the device flags the value as invalid
   */
  record Cell(int index, double volts) implements Reading {}

  /**
   * One temperature sensor.
   *
   * @param index from 0, in the device's order
   * @param celsius NaN when the device flags the value as invalid
   */
  record Temperature(int index, double celsius) implements Reading {}

  /**
   * @param index of the cell, from 0
   */
  record Balancing(int index, boolean active) implements Reading {}

  record State(BatteryState state) implements Reading {}

  record ChargeAllowed(boolean allowed) implements Reading {}

  record DischargeAllowed(boolean allowed) implements Reading {}

  /**
   * All alarms that one source within the device raises now; replaces what that source said before.
   *
   * @param source tells sources of one device apart, such as {@code 220} or {@code 240/1}
   * @param active may be empty: the source is well
   */
  record Alarms(String source, List<Alarm> active) implements Reading {
    public Alarms {
      active = List.copyOf(active);
    }
  }

  /**
   * A further scalar that has no {@link Metric}.
   *
   * @param name lower camel case with the unit where it is not obvious, such as {@code busVoltage};
   *     at most 40 characters
   * @param value NaN withdraws it
   */
  record Extra(String name, double value) implements Reading {}
}
