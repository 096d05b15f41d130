package ca.edsquebec.trackingbms.intake.check;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import java.util.List;

/**
 * Cuts the way of the state of charge into parts of a percentage point and compares each with the
 * charge that flowed meanwhile.
 */
final class ChargeWay {

  private static final double PART_POINTS = 1;
  private static final int MIN_PARTS = 4;

  /** Over a longer gap nobody knows what flowed. */
  private static final long MAX_GAP_MILLIS = 600_000;

  /** A sample's current stands for the time since the one before; slower than this is rest. */
  private static final double MIN_MEAN_AMPERES = 0.2;

  /**
   * Of the charge that the way takes, so much must have flowed; else it is the estimate that moved,
   * as it does while a battery rests.
   */
  private static final double MIN_SHARE = 0.5;

  private static final double MILLIS_AN_HOUR = 3_600_000;

  /** NaN when unknown. */
  private final double capacityAh;

  private int parts;
  private int against;
  private double startSoc = Double.NaN;
  private double ampereMillis;
  private double turnover;
  private long partMillis;
  private Sample last;

  private ChargeWay(double capacityAh) {
    this.capacityAh = capacityAh;
  }

  /**
   * Measured is the way that all compared parts have together, in percentage points.
   *
   * @param nominalAh the capacity, where the samples do not tell it; NaN when unknown
   */
  static Votes votes(List<Sample> samples, double nominalAh) {
    List<Double> told =
        samples.stream()
            .filter(one -> one.value(Metric.FULL_CAPACITY) > 0)
            .map(one -> one.value(Metric.FULL_CAPACITY))
            .toList();
    ChargeWay way = new ChargeWay(told.isEmpty() ? nominalAh : Medians.of(told));
    samples.stream()
        .filter(one -> one.has(Metric.SOC) && one.has(Metric.CURRENT))
        .forEach(way::take);
    return new Votes(way.parts, way.against, way.parts >= MIN_PARTS, way.parts * PART_POINTS);
  }

  private void take(Sample sample) {
    double soc = sample.value(Metric.SOC);
    long millis = last == null ? 0 : sample.ts() - last.ts();
    if (last == null || millis > MAX_GAP_MILLIS) {
      begin(soc);
    } else {
      double mean = (last.value(Metric.CURRENT) + sample.value(Metric.CURRENT)) / 2;
      ampereMillis += mean * millis;
      turnover += Math.abs(mean) * millis;
      partMillis += millis;
      double way = soc - startSoc;
      if (Math.abs(way) >= PART_POINTS) {
        compare(way);
        begin(soc);
      }
    }
    last = sample;
  }

  // A jump is a recalibration of the device, not charge that flowed.
  private void compare(double way) {
    boolean jumped = Math.abs(way) >= 3 * PART_POINTS;
    double flowedAh = Math.abs(ampereMillis) / MILLIS_AN_HOUR;
    // NaN compares as false.
    boolean rested =
        Math.abs(ampereMillis) < MIN_MEAN_AMPERES * partMillis
            || flowedAh < MIN_SHARE * Math.abs(way) / 100 * capacityAh;
    // What went in and out again moves a rounded percentage either way.
    boolean turned = Math.abs(ampereMillis) < turnover / 2;
    if (!jumped && !rested && !turned) {
      parts++;
      against += Math.signum(way) == Math.signum(ampereMillis) ? 0 : 1;
    }
  }

  private void begin(double soc) {
    startSoc = soc;
    ampereMillis = 0;
    turnover = 0;
    partMillis = 0;
  }
}
