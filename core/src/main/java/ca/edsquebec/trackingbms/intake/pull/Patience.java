package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.connector.Dialogue;
import java.util.Optional;

/**
 * How long a device that stands connected may say nothing that is understood. Safe for any number
 * of threads.
 */
final class Patience {

  /** Requests in a row without an answer. */
  static final int DEAD_AFTER = 5;

  private Counts before = Counts.NONE;

  /**
   * What is wrong after this step, if anything: one that reports by itself may well answer nothing,
   * and what falls silent later, {@link #atLook} sees.
   */
  static Optional<PullFault> atStep(Counts counts, Dialogue.Step step) {
    boolean dead =
        step.unanswered() >= DEAD_AFTER && counts.understood() == 0 && !counts.isHeldUp(0);
    return dead ? Optional.of(fault(counts)) : Optional.empty();
  }

  /** What is wrong when nothing was understood since the last look, and could have been. */
  synchronized Optional<PullFault> atLook(Counts counts) {
    if (counts.understood() == before.understood() && !counts.isHeldUp(before.batches())) {
      return Optional.of(fault(counts));
    }
    before = counts;
    return Optional.empty();
  }

  private static PullFault fault(Counts counts) {
    return counts.bytes() == 0 ? PullFault.SILENT : PullFault.NOT_UNDERSTOOD;
  }
}
