package ca.edsquebec.trackingbms.web.bench;

import java.util.Arrays;

/** What came back for some requests. */
final class Answers {

  private final long[] nanos;
  private int count;
  private long accepted;
  private long duplicates;
  private long bytes;

  /**
   * @param expected how many will come
   */
  Answers(int expected) {
    nanos = new long[expected];
  }

  void add(Answer answer, long tookNanos) {
    nanos[count++] = tookNanos;
    accepted += answer.number("\"accepted\":");
    duplicates += answer.number("\"duplicates\":");
    bytes += answer.length();
  }

  boolean areComplete() {
    return count == nanos.length;
  }

  /** Samples that the portal says it stored. */
  long accepted() {
    return accepted;
  }

  /** Samples that it says it had already. */
  long duplicates() {
    return duplicates;
  }

  /** Of all answers, heads included. */
  long bytes() {
    return bytes;
  }

  /**
   * How long a request took from its sending until its answer was here, in ms.
   *
   * @param share of the requests that took no longer
   */
  double millis(double share) {
    return Quantiles.of(Arrays.stream(nanos).mapToDouble(n -> n / 1e6).sorted().toArray(), share);
  }
}
