package ca.edsquebec.trackingbms.jobs.simulate.feed;

import java.io.IOException;

/** What sends of now. For one thread. */
interface Live {

  /**
   * Sends what has not been sent.
   *
   * @param second the newest that is due, epoch milliseconds
   * @return whether a time before it was left to the history
   */
  boolean sendUntil(long second) throws IOException, InterruptedException;
}
