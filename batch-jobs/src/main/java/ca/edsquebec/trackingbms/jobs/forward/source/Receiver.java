package ca.edsquebec.trackingbms.jobs.forward.source;

import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.jobs.forward.spool.Mark;

/** Whoever takes what a source hears. */
public interface Receiver {

  /** How far a source that can be read again was read before this start. */
  default Mark begin() {
    return Mark.NONE;
  }

  /**
   * Takes a frame.
   *
   * @param before where a source that can be read again goes on, after a kill, to say it again
   * @param behind where it goes on so as not to say it again
   */
  void take(Frame frame, Mark before, Mark behind);

  /** Takes a frame of a source that says everything once. */
  default void take(Frame frame) {
    take(frame, Mark.NONE, Mark.NONE);
  }

  /** Hears of input that is no frame, or of a source that says nothing. */
  void trouble(String reason);

  /** Waits until there is room; for sources that can wait. */
  default void awaitRoom() throws InterruptedException {}
}
