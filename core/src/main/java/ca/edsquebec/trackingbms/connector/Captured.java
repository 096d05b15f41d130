package ca.edsquebec.trackingbms.connector;

/** What one line of recorded input is. Binary input is one line. */
public sealed interface Captured {

  /** Counted from 1. */
  long line();

  /** The line as it stands, for a report; cut when it is long, hexadecimal when it is binary. */
  String text();

  /**
   * Something a device sent.
   *
   * @param frame at time 0 when {@code dated} is false
   * @param dated whether the line says when it was received
   */
  record Received(long line, String text, Frame frame, boolean dated) implements Captured {}

  /** Well-formed and of no interest, such as a blank line or a remote frame. */
  record Skipped(long line, String text, String reason) implements Captured {}

  /** Not what it claims to be, such as a line that was cut. */
  record Malformed(long line, String text, String reason) implements Captured {}
}
