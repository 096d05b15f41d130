package ca.edsquebec.trackingbms.jobs.simulate.feed;

import java.io.IOException;

/** The portal will not take it, however often it is sent: someone must change something. */
public final class RefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  RefusedException(String reason) {
    super(reason);
  }
}
