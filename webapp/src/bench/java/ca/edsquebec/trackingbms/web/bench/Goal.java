package ca.edsquebec.trackingbms.web.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What was compared and what is asked of it.
 *
 * @param unit of ours and of the baseline
 * @param ours median of the rounds that count
 * @param baseline as above; NaN when there is none
 * @param judged what the requirement is about: the ratios of ours to the baseline's by round, or
 *     ours itself
 * @param required empty when it is only to be known
 */
record Goal(
    String mode,
    String what,
    String unit,
    double ours,
    double baseline,
    Spread judged,
    Optional<Required> required) {

  /** Of several rounds. */
  record Spread(double median, double min, double max) {

    static Spread of(double... values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      int middle = sorted.length / 2;
      double median =
          sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
      return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }
  }

  /** A limit, from below or from above. */
  record Required(double limit, boolean isFloor) {

    static Optional<Required> atLeast(double limit) {
      return Optional.of(new Required(limit, true));
    }

    static Optional<Required> atMost(double limit) {
      return Optional.of(new Required(limit, false));
    }

    boolean isMetBy(double value) {
      return isFloor ? value >= limit : value <= limit;
    }
  }

  /** Ours by the baseline, round by round. */
  static Goal ratio(
      String mode,
      String what,
      String unit,
      List<Double> ours,
      List<Double> baseline,
      Optional<Required> required) {
    double[] ratios = new double[ours.size()];
    Arrays.setAll(ratios, i -> ours.get(i) / baseline.get(i));
    return new Goal(mode, what, unit, median(ours), median(baseline), Spread.of(ratios), required);
  }

  /** A figure that speaks for itself. */
  static Goal figure(
      String mode, String what, String unit, List<Double> values, Optional<Required> required) {
    Spread spread = Spread.of(values.stream().mapToDouble(v -> v).toArray());
    return new Goal(mode, what, unit, spread.median(), Double.NaN, spread, required);
  }

  private static double median(List<Double> values) {
    return Spread.of(values.stream().mapToDouble(v -> v).toArray()).median();
  }

  boolean isMissed() {
    return required.isPresent() && !required.get().isMetBy(judged.median());
  }
}
