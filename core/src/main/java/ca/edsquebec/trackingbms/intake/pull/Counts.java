package ca.edsquebec.trackingbms.intake.pull;

/**
 * What has become so far of what one device said.
 *
 * @param bytes that came
 * @param understood frames that were understood, as far as they said something about the battery
 * @param samples stored
 * @param batches that are done with, stored or lost
 * @param waits whether frames wait to be stored
 * @param complaint what was wrong with the last frame that could not be decoded; may be empty
 */
record Counts(
    long bytes, long understood, long samples, long batches, boolean waits, String complaint) {

  static final Counts NONE = new Counts(0, 0, 0, 0, false, "");

  /**
   * Whether frames wait and none could be stored since then, as while the database is away: what
   * they say is not known yet, and the device can't help it.
   *
   * @param since what {@link #batches} was then
   */
  boolean isHeldUp(long since) {
    return waits && batches == since;
  }
}
