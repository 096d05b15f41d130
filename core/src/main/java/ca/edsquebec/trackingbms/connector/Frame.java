package ca.edsquebec.trackingbms.connector;

import java.util.HexFormat;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * One unit of what a device sent: a CAN frame, a line of text, an answer to a request.
 *
 * @param timeMicros when it was received on site, epoch microseconds
 * @param canId the CAN identifier; −1 when it is not a CAN frame
 * @param data payload; CAN data bytes, or the bytes of a line or answer
 * @param request the bytes of the request that this answers; empty when it answers none
 * @param topic the topic it was published under; empty when it was not published
 * @param variant the layout to read it by, where neither the frame nor a setting can say; else
 *     empty
 */
@SuppressWarnings("ArrayRecordComponent") // A frame is passed along, never compared.
public record Frame(
    long timeMicros, int canId, byte[] data, byte[] request, String topic, String variant) {

  private static final byte[] NONE = {};

  /** A frame without topic and variant. */
  public Frame(long timeMicros, int canId, byte[] data, byte[] request) {
    this(timeMicros, canId, data, request, "", "");
  }

  public static Frame can(long timeMicros, int canId, byte[] data) {
    return new Frame(timeMicros, canId, data, NONE);
  }

  public static Frame bytes(long timeMicros, byte[] data) {
    return new Frame(timeMicros, -1, data, NONE);
  }

  /** The same frame received at that time, epoch microseconds. */
  public Frame at(long micros) {
    return new Frame(micros, canId, data, request, topic, variant);
  }

  public OptionalInt id() {
    return canId < 0 ? OptionalInt.empty() : OptionalInt.of(canId);
  }

  /** The frame as text for an error report: {@code 233#050E0A1C} or the bare hexadecimal bytes. */
  @Override
  public String toString() {
    String hex = HexFormat.of().withUpperCase().formatHex(data);
    return canId < 0 ? hex : "%03X#%s".formatted(canId, hex).toUpperCase(Locale.ROOT);
  }
}
