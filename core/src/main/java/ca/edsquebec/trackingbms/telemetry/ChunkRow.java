package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.telemetry.rollup.Rollup;

/**
 * A row of {@code sample_chunk}.
 *
 * @param hour when it begins, epoch milliseconds
 */
@SuppressWarnings("ArrayRecordComponent")
record ChunkRow(long batteryId, long hour, int samples, long firstTs, long lastTs, byte[] data) {

  /**
   * Whether the hour's rollup can be made anew from it. Otherwise the hour's samples were deleted
   * for their age, and these came later.
   */
  boolean isAllOf(Rollup hour) {
    return samples >= hour.samples() && lastTs >= hour.lastTs();
  }
}
