package ca.edsquebec.trackingbms.web.live;

import ca.edsquebec.trackingbms.live.LiveFeed;
import ca.edsquebec.trackingbms.tenant.Viewer;

/** Somebody who watches. */
interface Subscriber {

  Viewer viewer();

  boolean wants(long batteryId);

  /** Sends what is new if there is something and the line is free; never blocks. */
  void serve(LiveFeed feed);

  /** Checks that it may still watch, and lets go when not. */
  void inspect();

  /** Lets go now. */
  void drop();
}
