package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.WorkingState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Decodes what a device says as it comes, until enough is known. */
final class TrialEar implements Ear {

  /** From the first value on: by then a device has shown its pages. */
  private static final Duration ENOUGH = Duration.ofSeconds(8);

  private final Decoder decoder;
  private final Supplier<String> complaint;
  private final Clock clock;
  private final WorkingState state = new WorkingState();
  private final CountDownLatch over = new CountDownLatch(1);
  private Optional<PullFault> fault = Optional.empty();
  private String detail = "";
  private Instant first;
  private boolean connected;
  private long bytes;
  private long understood;
  private long ignored;
  private long refused;

  /**
   * @param complaint what the device complained of by the end
   */
  TrialEar(Decoder decoder, Supplier<String> complaint, Clock clock) {
    this.decoder = decoder;
    this.complaint = complaint;
    this.clock = clock;
  }

  @Override
  public synchronized void opened() {
    connected = true;
  }

  @Override
  public synchronized void heard(int count, Dialogue.Step step) {
    bytes += count;
    step.frames().forEach(this::take);
    if (first != null && clock.instant().isAfter(first.plus(ENOUGH))) {
      over.countDown();
    }
  }

  private void take(Frame frame) {
    try {
      Optional<List<Reading>> said = decoder.decode(frame);
      // What is understood and says nothing, such as a greeting, may as well be noise.
      boolean something = said.isPresent() && !said.get().isEmpty();
      said.ifPresent(readings -> state.merge(frame.timeMicros(), readings));
      understood += something ? 1 : 0;
      ignored += something ? 0 : 1;
      first = first == null && something ? clock.instant() : first;
    } catch (FrameException e) {
      refused++;
      detail = e.getMessage();
    }
  }

  @Override
  public synchronized void ended(PullFault why, String said) {
    fault = Optional.of(why);
    detail = said.isEmpty() ? detail : said;
    over.countDown();
  }

  PullHeard await(Duration most) {
    try {
      // Over or not: what was heard by then is the answer.
      var unused = over.await(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return heard();
  }

  private synchronized PullHeard heard() {
    Optional<PullFault> why = understood > 0 ? Optional.empty() : fault.or(this::silence);
    return new PullHeard(
        why,
        why.isEmpty() ? "" : detail.isEmpty() ? complaint.get() : detail,
        bytes,
        understood,
        ignored,
        refused,
        state.snapshot(clock.millis()));
  }

  private Optional<PullFault> silence() {
    PullFault spoke = bytes == 0 ? PullFault.SILENT : PullFault.NOT_UNDERSTOOD;
    return Optional.of(connected ? spoke : PullFault.NO_CONNECTION);
  }
}
