package ca.edsquebec.trackingbms.web.live;

import ca.edsquebec.trackingbms.live.LiveFeed;
import ca.edsquebec.trackingbms.tenant.TenantId;

/** Somebody who watches. */
interface Subscriber {

  TenantId tenant();

  /** Who, for the record. */
  String name();

  /** Sends what is new if there is something and the line is free; never waits for the line. */
  void serve(LiveFeed feed);

  /** Checks that it may still watch, and lets go when not; may wait. */
  void inspect();

  /** Says that the same sender has too many, and lets go; may wait. */
  void refuse();

  /** Lets go now; may wait. */
  void drop();
}
