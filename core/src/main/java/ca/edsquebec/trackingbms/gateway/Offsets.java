package ca.edsquebec.trackingbms.gateway;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * How far a clock is from ours, by its latest requests: the median, since one request that was held
 * up on its way says nothing of the clock. One thread at a time.
 */
final class Offsets {

  private static final int KEPT = 9;

  private final long[] latest = new long[KEPT];
  private int count;

  /**
   * @param millis its clock minus ours
   */
  void add(long millis) {
    latest[count % KEPT] = millis;
    // So that it never overflows, and its place in the ring stays.
    count = count + 1 < 2 * KEPT ? count + 1 : KEPT;
  }

  /** Empty as long as it did not tell. */
  OptionalLong median() {
    int n = Math.min(count, KEPT);
    if (n == 0) {
      return OptionalLong.empty();
    }
    long[] sorted = Arrays.copyOf(latest, n);
    Arrays.sort(sorted);
    return OptionalLong.of(sorted[(n - 1) / 2]);
  }
}
