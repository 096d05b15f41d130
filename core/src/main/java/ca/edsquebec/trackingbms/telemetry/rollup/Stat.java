package ca.edsquebec.trackingbms.telemetry.rollup;

/**
 * What a bucket keeps of one series, in the series' own unit. Sums of whole numbers are exact below
 * 2<sup>53</sup>, hence do not depend on how a span was cut; those of fractions may differ in their
 * last bits.
 *
 * @param count samples that had a value, 1 at least
 * @param lastTs when {@code last} was measured, epoch milliseconds
 */
public record Stat(int count, double sum, double min, double max, double last, long lastTs) {

  public double mean() {
    return sum / count;
  }

  /** Both together. At the same time, the later one's last value holds. */
  public static Stat merge(Stat earlier, Stat later) {
    Stat newest = later.lastTs >= earlier.lastTs ? later : earlier;
    return new Stat(
        Math.addExact(earlier.count, later.count),
        earlier.sum + later.sum,
        Math.min(earlier.min, later.min),
        Math.max(earlier.max, later.max),
        newest.last,
        newest.lastTs);
  }
}
