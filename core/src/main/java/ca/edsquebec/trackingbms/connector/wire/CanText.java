package ca.edsquebec.trackingbms.connector.wire;

/** What a line of a CAN log is. */
public sealed interface CanText {

  /** The time of a line that carries none. */
  long UNDATED = Long.MIN_VALUE;

  /**
   * A classic data frame.
   *
   * @param timeMicros epoch microseconds; {@link #UNDATED} when the line carries no date
   * @param id 11 or 29 bits
   * @param extended whether the identifier is one of 29 bits, even if it is small
   * @param data 0 to 8 bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // Passed along, never compared.
  record Data(long timeMicros, int id, boolean extended, byte[] data) implements CanText {}

  /**
   * A well-formed line of no interest: a remote, error, FD or XL frame, a command of the adapter.
   */
  record Skipped(String reason) implements CanText {}

  /** A line that is not what it claims to be, such as one that was cut. */
  record Malformed(String reason) implements CanText {}
}
