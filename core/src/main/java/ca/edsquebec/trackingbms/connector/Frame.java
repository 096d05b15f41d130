package ca.edsquebec.trackingbms.connector;

import java.util.HexFormat;
import java.util.OptionalInt;

/**
 * One unit of what a device sent: a CAN frame, a line of text, an answer to a request.
 *
 * @param timeMicros when it was received on site, epoch microseconds
 * @param canId the CAN identifier, with {@link #EXTENDED} added when it is one of 29 bits; −1 when
 *     it is not a CAN frame
 * @param data payload; CAN data bytes, or the bytes of a line or answer
 * @param request the bytes of the request that this answers; empty when it answers none
 * @param topic the topic it was published under; empty when it was not published
 * @param variant the layout to read it by, where neither the frame nor a setting can say; else
 *     empty
 */
@SuppressWarnings("ArrayRecordComponent") // A frame is passed along, never compared.
public record Frame(
    long timeMicros, int canId, byte[] data, byte[] request, String topic, String variant) {

  /** Tells a 29-bit identifier from the 11-bit one of the same number. */
  public static final int EXTENDED = 1 << 30;

  private static final int MAX_SHORT_ID = 0x7FF;
  private static final int MAX_ID = 0x1FFF_FFFF;
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

  /** The same frame with other data. */
  public Frame withData(byte[] other) {
    return new Frame(timeMicros, canId, other, request, topic, variant);
  }

  /**
   * The {@link #canId} of an identifier in hexadecimal digits, with or without {@code 0x}: one of
   * 29 bits when it has eight digits or is too large for 11 bits.
   *
   * @throws IllegalArgumentException when it is not an identifier
   */
  public static int canId(String hex) {
    String digits = hex.startsWith("0x") || hex.startsWith("0X") ? hex.substring(2) : hex;
    if (!digits.matches("[0-9A-Fa-f]{1,8}") || Long.parseLong(digits, 16) > MAX_ID) {
      // Not quoted: what stands in its place may be anything, a password too.
      throw new IllegalArgumentException(
          "a CAN identifier has 1 to 8 hexadecimal digits, up to 1FFFFFFF; this one, of "
              + hex.length()
              + " characters, does not");
    }
    int id = Integer.parseInt(digits, 16);
    return digits.length() == 8 || id > MAX_SHORT_ID ? id | EXTENDED : id;
  }

  public OptionalInt id() {
    return canId < 0 ? OptionalInt.empty() : OptionalInt.of(canId);
  }

  /** The identifier in three or eight hexadecimal digits; empty when it is not a CAN frame. */
  public String idText() {
    if (canId < 0) {
      return "";
    }
    boolean extended = (canId & EXTENDED) != 0;
    return extended ? "%08X".formatted(canId & MAX_ID) : "%03X".formatted(canId);
  }

  /** The frame as text for an error report: {@code 233#050E0A1C} or the bare hexadecimal bytes. */
  @Override
  public String toString() {
    String hex = HexFormat.of().withUpperCase().formatHex(data);
    return canId < 0 ? hex : idText() + "#" + hex;
  }
}
