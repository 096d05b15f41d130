package ca.edsquebec.trackingbms.jobs.forward.send;

import ca.edsquebec.trackingbms.connector.Frame;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Hears how sending fares. Called on the sender's thread: must not block. */
public interface SendListener {

  /**
   * A batch is stored.
   *
   * @param frames that were sent for the first time
   */
  void delivered(int frames, Uplink.Receipt receipt);

  /**
   * A frame is too large for the portal, or for what lies between, even by itself: it is not sent.
   *
   * @param file that has it now, unless it is lost
   * @param lost why no file could take it; empty when one did
   */
  void setAside(Frame frame, int bytes, Path file, Optional<String> lost);

  /** The portal does not answer, or asks to wait: it is tried again. */
  void away(String reason, Duration pause);

  /** The portal refuses: somebody must change something. It is tried again, seldom. */
  void refused(String reason, Duration pause);
}
