package ca.edsquebec.trackingbms.jobs.simulate.device;

/**
 * What a device says on one connection: bytes and the time go in, bytes come out. One thread at a
 * time; whatever it is given, it neither throws nor grows.
 */
public interface Talk {

  /**
   * Tells it what has happened since it was told last; first when the connection is open.
   *
   * @param nowMillis the time, epoch milliseconds, never going back
   * @param received chunked anyhow; may be empty
   */
  Step step(long nowMillis, byte[] received);

  /**
   * What is to be done now.
   *
   * @param send may be empty
   * @param wakeAtMillis when to call again although nothing came, epoch milliseconds
   */
  @SuppressWarnings("ArrayRecordComponent") // Passed along, never compared.
  record Step(byte[] send, long wakeAtMillis) {}
}
