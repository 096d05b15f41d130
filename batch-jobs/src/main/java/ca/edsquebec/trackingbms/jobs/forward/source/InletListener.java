package ca.edsquebec.trackingbms.jobs.forward.source;

import ca.edsquebec.trackingbms.connector.Frame;

/** Hears what comes in. Called on threads of sources: must not block. */
public interface InletListener {

  /** A frame, before any thinning. */
  void heard(Frame frame);

  /** Input that is no frame, or a source that says nothing. */
  void trouble(String reason);

  /** The disk does not take these: they are lost. */
  void unwritten(int frames, String reason);
}
