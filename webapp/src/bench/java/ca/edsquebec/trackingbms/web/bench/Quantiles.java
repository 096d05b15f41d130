package ca.edsquebec.trackingbms.web.bench;

/** Of values that grow. */
final class Quantiles {

  private Quantiles() {}

  /**
   * @param share from 0 to 1
   */
  static double of(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
  }
}
