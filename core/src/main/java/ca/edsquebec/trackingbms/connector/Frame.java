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
 */
@SuppressWarnings("ArrayRecordComponent") // A frame is passed along, never compared.
public record Frame(long timeMicros, int canId, byte[] data, byte[] request) {

  private static final byte[] NONE = {};

  public static Frame can(long timeMicros, int canId, byte[] data) {
    return new Frame(timeMicros, canId, data, NONE);
  }

  public static Frame bytes(long timeMicros, byte[] data) {
    return new Frame(timeMicros, -1, data, NONE);
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
