package ca.edsquebec.trackingbms.intake.check;

import java.util.List;

/** The middle of several numbers, which a few wild ones do not move. */
final class Medians {

  private Medians() {}

  /** NaN of none. */
  static double of(List<Double> numbers) {
    return numbers.isEmpty()
        ? Double.NaN
        : numbers.stream().sorted().skip(numbers.size() / 2).findFirst().orElseThrow();
  }
}
