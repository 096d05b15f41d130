package ca.edsquebec.trackingbms.telemetry.rollup;

/**
 * What a bucket keeps of one series, in the series' own unit.
 *
 * @param count samples that had a value, 1 at least
 * @param lastTs when {@code last} was measured, epoch milliseconds
 */
public record Stat(int count, double sum, double min, double max, double last, long lastTs) {

  public double mean() {
    return sum / count;
  }
}
