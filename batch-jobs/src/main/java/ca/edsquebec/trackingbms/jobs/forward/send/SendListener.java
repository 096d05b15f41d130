package ca.edsquebec.trackingbms.jobs.forward.send;

import java.time.Duration;

/** Hears how sending fares. Called on the sender's thread: must not block. */
public interface SendListener {

  /**
   * A batch is stored.
   *
   * @param frames that were sent for the first time
   */
  void delivered(int frames, Uplink.Receipt receipt);

  /** The portal does not answer, or asks to wait: it is tried again. */
  void away(String reason, Duration pause);

  /** The portal refuses: somebody must change something. It is tried again, seldom. */
  void refused(String reason, Duration pause);
}
