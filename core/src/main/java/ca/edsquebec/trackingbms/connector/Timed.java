package ca.edsquebec.trackingbms.connector;

/**
 * A value and the frame time that brought it.
 *
 * @param timeMicros epoch microseconds
 */
record Timed<T>(T value, long timeMicros) {

  /** The newer of the two; the second one when they are of one time. */
  static <T> Timed<T> newer(Timed<T> held, Timed<T> brought) {
    return held == null || brought.timeMicros >= held.timeMicros ? brought : held;
  }

  boolean isFreshAt(long nowMicros, long maxAgeMicros) {
    return nowMicros - timeMicros <= maxAgeMicros;
  }
}
