package ca.edsquebec.trackingbms.connector.wire;

import java.util.HexFormat;

/** Numbers and texts that lie in bytes. The caller has checked that they are there. */
public final class Bytes {

  private static final HexFormat HEX = HexFormat.of();

  private Bytes() {}

  public static int u8(byte[] data, int at) {
    return data[at] & 0xFF;
  }

  /** Two bytes, high byte first. */
  public static int u16(byte[] data, int at) {
    return u8(data, at) << 8 | u8(data, at + 1);
  }

  /** Two bytes, low byte first. */
  public static int u16Little(byte[] data, int at) {
    return u8(data, at) | u8(data, at + 1) << 8;
  }

  /** Up to eight bytes, high byte first. */
  public static long unsigned(byte[] data, int at, int width) {
    long number = 0;
    for (int i = 0; i < width; i++) {
      number = number << 8 | u8(data, at + i);
    }
    return number;
  }

  /** Up to eight bytes, low byte first. */
  public static long unsignedLittle(byte[] data, int at, int width) {
    long number = 0;
    for (int i = width - 1; i >= 0; i--) {
      number = number << 8 | u8(data, at + i);
    }
    return number;
  }

  /** Sum of so many bytes. */
  public static int sum(byte[] data, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum += data[i] & 0xFF;
    }
    return sum;
  }

  /** One character for each byte, up to the first zero byte, without blanks at its ends. */
  public static String text(byte[] data, int at, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = at; i < at + length && data[i] != 0; i++) {
      text.append((char) u8(data, i));
    }
    return text.toString().strip();
  }

  /** Lower-case hexadecimal digits of so many bytes. */
  public static String hex(byte[] data, int from, int to) {
    return HEX.formatHex(data, from, to);
  }
}
