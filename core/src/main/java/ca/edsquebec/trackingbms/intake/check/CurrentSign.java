package ca.edsquebec.trackingbms.intake.check;

import ca.edsquebec.trackingbms.intake.check.Finding.What;
import ca.edsquebec.trackingbms.measure.Sample;
import java.util.List;
import java.util.Optional;

/**
 * Whether + is charging, told in two ways that know nothing of each other: the state of charge
 * grows while a battery is charged, and its voltage jumps up when the current does.
 */
final class CurrentSign {

  /** Of a hundred cases, so many must agree before anything is said. */
  private static final int CLEAR_PERCENT = 90;

  private CurrentSign() {}

  /**
   * @param nominalAh what the battery's row says; NaN when unknown
   */
  static Optional<Finding> of(List<Sample> samples, double nominalAh) {
    Votes charge = ChargeWay.votes(samples, nominalAh);
    Votes steps = VoltageSteps.votes(samples);
    boolean wrong = charge.isClearlyAgainst(CLEAR_PERCENT) || steps.isClearlyAgainst(CLEAR_PERCENT);
    boolean right = charge.isClearlyFor(CLEAR_PERCENT) || steps.isClearlyFor(CLEAR_PERCENT);
    if (wrong && right) {
      return Optional.of(finding(What.CURRENT_CONTRADICTORY, charge, samples));
    }
    if (charge.isClearlyAgainst(CLEAR_PERCENT)) {
      return Optional.of(finding(What.CURRENT_INVERTED_BY_CHARGE, charge, samples));
    }
    if (wrong) {
      return Optional.of(finding(What.CURRENT_INVERTED_BY_VOLTAGE, steps, samples));
    }
    return right
        ? Optional.of(
            finding(
                What.CURRENT_AGREES, charge.isClearlyFor(CLEAR_PERCENT) ? charge : steps, samples))
        : Optional.empty();
  }

  private static Finding finding(What what, Votes votes, List<Sample> samples) {
    int agreeing = votes.cases() - votes.against();
    int speaking = what == What.CURRENT_AGREES ? agreeing : votes.against();
    return Finding.of(what, samples, votes.cases(), speaking, votes.measured(), Double.NaN);
  }
}
