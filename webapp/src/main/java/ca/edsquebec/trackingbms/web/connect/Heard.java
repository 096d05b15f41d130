package ca.edsquebec.trackingbms.web.connect;

import ca.edsquebec.trackingbms.intake.FrameHeard;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.telemetry.Latest;
import java.util.List;
import java.util.Optional;

/**
 * What came of a battery within the last minute, by whichever way.
 *
 * @param latest what is known of it by that
 * @param frames the last request of frames
 * @param refused frames that could not be decoded, newest first
 */
public record Heard(Optional<Latest> latest, Optional<FrameHeard> frames, List<Refused> refused) {

  /**
   * A frame that was refused.
   *
   * @param at epoch milliseconds
   * @param reason in English, as the decoder has it
   */
  public record Refused(long at, String frame, String reason) {}

  public boolean isSilent() {
    return latest.isEmpty() && frames.isEmpty() && refused.isEmpty();
  }

  /** Whether values came. */
  public boolean isUnderstood() {
    return latest.isPresent();
  }

  /** When the last values came, epoch milliseconds; 0 when none did. */
  public long receivedMillis() {
    return latest.map(one -> one.receivedAt().toEpochMilli()).orElse(0L);
  }

  /** Whether frames came. */
  public boolean hasFrames() {
    return frames.isPresent();
  }

  public long decoded() {
    return frames.map(FrameHeard::decoded).orElse(0L);
  }

  public long ignored() {
    return frames.map(FrameHeard::ignored).orElse(0L);
  }

  public long invalid() {
    return frames.map(FrameHeard::refused).orElse(0L);
  }

  public boolean has(String metric) {
    return !Double.isNaN(value(metric));
  }

  /** NaN when it is not known. */
  public double value(String metric) {
    return sample().map(one -> one.value(Metric.named(metric).orElseThrow())).orElse(Double.NaN);
  }

  /** How many cells told their voltage. */
  public int cellCount() {
    return sample().map(one -> one.cellVoltages().length).orElse(0);
  }

  private Optional<Sample> sample() {
    return latest.map(Latest::sample);
  }
}
