package ca.edsquebec.trackingbms.connector.thingset;

import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.AlarmLevel;
import java.util.ArrayList;
import java.util.List;

/**
 * Which inputs of the BMS have a cell. It sends them all, unconnected ones read about 0 V, and
 * never says how many it has; its firmware counts what is above {@value #CONNECTED_V} V.
 *
 * <ul>
 *   <li>An input that was above that once has a cell: when it falls below, that cell is dead.
 *   <li>Where the battery's number of cells is set, inputs that lack to it, from the first, are
 *       dead cells; more than that number is a mismatch.
 *   <li>Where it is not set, inputs behind the last cell are unconnected. So are those between
 *       cells when the node's own minimum and mean leave them out; else they are dead cells.
 * </ul>
 */
final class Cells {

  /** More inputs than any such BMS has. */
  static final int MAX = 32;

  private static final double CONNECTED_V = 0.5;

  /** The node rounds to the millivolt, and its mean is of unrounded values. */
  private static final double TOLERANCE_V = 0.002;

  private final int configured;

  /** By bit: inputs that were seen to have a cell. */
  private long seen;

  /** By bit: inputs that count as cells, in the message told last. */
  private long counted;

  private double sum = Double.NaN;

  /**
   * @param configured how many cells the battery has; 0 when that is not set
   */
  Cells(int configured) {
    this.configured = configured;
  }

  Cells copy() {
    Cells copy = new Cells(configured);
    copy.seen = seen;
    copy.counted = counted;
    copy.sum = sum;
    return copy;
  }

  /** Takes the list of a message that has one. */
  List<Reading> readings(Measured measured) {
    double[] volts = measured.list(Item.CELL_VOLTAGES);
    long above = 0;
    for (int i = 0; i < volts.length; i++) {
      above |= volts[i] > CONNECTED_V ? 1L << i : 0;
    }
    seen |= above;
    counted = configured > 0 ? filledUp(volts.length) : withDeadBetween(measured, volts, above);
    List<Reading> readings = new ArrayList<>();
    List<Alarm> alarms = new ArrayList<>();
    sum = 0;
    int cell = 0;
    for (int i = 0; i < MAX; i++) {
      if ((counted >>> i & 1) != 0) {
        double value = i < volts.length ? volts[i] : Double.NaN;
        readings.add(new Reading.Cell(cell++, value));
        sum += value;
        if (value <= CONNECTED_V) {
          alarms.add(alarm(AlarmCode.CELL_FAILURE, "cell %d reads %s V".formatted(cell, value)));
        }
      }
    }
    if (configured > 0 && cell != configured) {
      String said = "%d cells, setting cells is %d".formatted(cell, configured);
      alarms.add(alarm(AlarmCode.CELL_COUNT_MISMATCH, said));
    }
    readings.add(new Reading.Alarms("cells", alarms));
    return readings;
  }

  private static Alarm alarm(AlarmCode code, String said) {
    return new Alarm(code, AlarmLevel.CRITICAL, said);
  }

  private long filledUp(int inputs) {
    long filled = seen;
    for (int i = 0; i < inputs && Long.bitCount(filled) < configured; i++) {
      filled |= 1L << i;
    }
    return filled;
  }

  private long withDeadBetween(Measured measured, double[] volts, long above) {
    long upToLast = seen == 0 ? 0 : Long.highestOneBit(seen) * 2 - 1;
    return leavesOut(measured, volts, above) ? seen : upToLast;
  }

  /** Whether the node itself counts those above the threshold and no other. */
  private static boolean leavesOut(Measured measured, double[] volts, long above) {
    double total = 0;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < volts.length; i++) {
      if ((above >>> i & 1) != 0) {
        total += volts[i];
        least = Math.min(least, volts[i]);
      }
    }
    double mean = total / Long.bitCount(above);
    return Math.abs(measured.number(Item.CELL_MINIMUM) - least) <= TOLERANCE_V
        && Math.abs(measured.number(Item.CELL_AVERAGE) - mean) <= TOLERANCE_V;
  }

  /** Volts over all cells told last; NaN when one of them is not known, or there are none. */
  double sum() {
    return counted == 0 ? Double.NaN : Math.rint(sum * 1000) / 1000;
  }

  /** Which cells are balanced; empty while it is not known which inputs have one. */
  List<Reading> balancing(long mask) {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < MAX; i++) {
      if ((counted >>> i & 1) != 0) {
        readings.add(new Reading.Balancing(readings.size(), (mask >>> i & 1) != 0));
      }
    }
    return readings;
  }
}
