package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.TimeRange;
import java.util.List;
import java.util.Map;

/**
 * Hours, days or months in order of time; those without a sample are left out.
 *
 * @param ranges when each begins and ends
 * @param provisional true where more is to be expected
 * @param coverage share of the time that was observed, 0 to 1
 * @param throughput what went through the battery
 * @param means by metric, in its unit
 */
@SuppressWarnings("ArrayRecordComponent")
public record RollupSeries(
    Level level,
    List<TimeRange> ranges,
    boolean[] provisional,
    double[] coverage,
    Throughput throughput,
    Map<Metric, Means> means) {

  public RollupSeries {
    ranges = List.copyOf(ranges);
    means = Map.copyOf(means);
  }

  /**
   * Charge and energy, each as long as the ranges, not negative; NaN where nothing could be
   * integrated.
   *
   * @param chargeIn Ah
   * @param chargeOut Ah
   * @param energyIn Wh
   * @param energyOut Wh
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Throughput(
      double[] chargeIn, double[] chargeOut, double[] energyIn, double[] energyOut) {}

  /** One metric, each as long as the ranges; NaN where no sample had it. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Means(double[] mean, double[] min, double[] max, double[] last) {}
}
