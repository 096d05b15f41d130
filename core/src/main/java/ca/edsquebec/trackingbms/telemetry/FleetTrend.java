package ca.edsquebec.trackingbms.telemetry;

/**
 * The last 24 h of several batteries together, slot by slot as {@link Trend} has them; NaN where
 * none of them knows.
 *
 * @param soc mean in %, weighted
 * @param power net sum in W, + charging
 * @param temperatureMax the highest, °C
 * @param reporting how many of the batteries sent anything in that slot; the last slot has just
 *     begun at times, and is then that of few
 */
@SuppressWarnings("ArrayRecordComponent")
public record FleetTrend(
    long fromMillis,
    double[] soc,
    double[] power,
    double[] temperatureMax,
    int[] reporting,
    boolean complete) {

  /** The last slot alone. */
  public Point running() {
    int last = soc.length - 1;
    return new Point(
        fromMillis + last * Trends.SLOT.toMillis(),
        soc[last],
        power[last],
        temperatureMax[last],
        reporting[last]);
  }

  /**
   * One slot.
   *
   * @param t when it begins, epoch milliseconds
   */
  public record Point(long t, double soc, double power, double temperatureMax, int reporting) {}
}
