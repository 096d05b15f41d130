package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Sample;
import java.util.List;

/**
 * What the judgement says of one sample.
 *
 * @param sample what may be stored; null when it is rejected
 * @param skewed the sender's clock is ahead of ours
 * @param rejection why it is rejected; null when it is not
 * @param faults the values left out
 */
record Judged(Sample sample, boolean skewed, String rejection, List<Fault> faults) {

  /** A value left out: its name, and what is wrong with it. */
  record Fault(String metric, String reason) {}

  static Judged rejected(String reason, List<Fault> faults) {
    return new Judged(null, false, reason, faults);
  }
}
