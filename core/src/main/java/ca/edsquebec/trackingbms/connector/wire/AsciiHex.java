package ca.edsquebec.trackingbms.connector.wire;

import ca.edsquebec.trackingbms.connector.wire.Telegrams.Check;
import java.nio.charset.StandardCharsets;

/**
 * The envelope that Pylontech, Seplos and PACE share: {@code ~ VER ADR CID1 CID2 LENGTH INFO CHKSUM
 * CR}, each byte as two hexadecimal digits. An answer has a return code in the place of CID2, and
 * does not say what it answers.
 *
 * @param version protocol
 * @param address of the device
 * @param group CID1, the kind of device
 * @param code CID2 of a request, return code of an answer
 * @param info payload, in bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Passed along, never compared.
public record AsciiHex(int version, int address, int group, int code, byte[] info) {

  private static final int HEADER = 13;
  private static final int CHECKSUM = 4;
  private static final int MAX_INFO = 0xFFF;

  /** Characters of the longest telegram, with its CR. */
  public static final int MAX_LENGTH = HEADER + MAX_INFO + CHECKSUM + 1;

  /** Telegrams within what came over the line; the CR at the end may have been lost. */
  public static final Telegrams.Shape SHAPE =
      new Telegrams.Shape() {
        @Override
        public boolean mayStart(byte[] data, int at) {
          return data[at] == '~';
        }

        @Override
        public Check check(byte[] data, int at) {
          return AsciiHex.check(data, at);
        }

        @Override
        public String nothingFound() {
          return "no start character ~";
        }
      };

  /** Of a telegram that {@link #SHAPE} has found. */
  public static AsciiHex of(byte[] telegram) {
    int digits = Math.toIntExact(Hex.number(telegram, 9, HEADER)) & MAX_INFO;
    byte[] info = new byte[digits / 2];
    for (int i = 0; i < info.length; i++) {
      info[i] = (byte) Hex.number(telegram, HEADER + 2 * i, HEADER + 2 * i + 2);
    }
    return new AsciiHex(
        (int) Hex.number(telegram, 1, 3),
        (int) Hex.number(telegram, 3, 5),
        (int) Hex.number(telegram, 5, 7),
        (int) Hex.number(telegram, 7, 9),
        info);
  }

  /** As it goes over the line, CR at the end; of a request, {@code code} is its command. */
  public byte[] telegram() {
    int digits = 2 * info.length;
    int nibbles = (digits >> 8) + (digits >> 4 & 0xF) + (digits & 0xF);
    StringBuilder text = new StringBuilder(digits + HEADER + CHECKSUM + 1);
    text.append("~%02X%02X%02X%02X".formatted(version, address, group, code));
    text.append("%04X".formatted((-nibbles & 0xF) << 12 | digits));
    for (byte b : info) {
      text.append("%02X".formatted(b & 0xFF));
    }
    byte[] summed = text.toString().getBytes(StandardCharsets.US_ASCII);
    int sum = -Bytes.sum(summed, 1, summed.length) & 0xFFFF;
    return text.append("%04X\r".formatted(sum)).toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static Check check(byte[] data, int at) {
    int left = data.length - at;
    if (left < HEADER + CHECKSUM) {
      return Check.cut("truncated: %d characters are no answer".formatted(left));
    }
    long length = Hex.number(data, at + 9, at + HEADER);
    if (length < 0) {
      return Check.wrong("LENGTH is not hexadecimal");
    }
    int digits = (int) length & MAX_INFO;
    int nibbles = (digits >> 8) + (digits >> 4 & 0xF) + (digits & 0xF);
    if ((-nibbles & 0xF) != length >> 12) {
      return Check.wrong("LENGTH check mismatch: %04X".formatted(length));
    }
    int end = HEADER + digits + CHECKSUM;
    if (left < end) {
      return Check.cut("truncated: %d characters of %d".formatted(left, end));
    }
    return contents(data, at, end, digits);
  }

  private static Check contents(byte[] data, int at, int end, int digits) {
    int sum = -Bytes.sum(data, at + 1, at + end - CHECKSUM) & 0xFFFF;
    long said = Hex.number(data, at + end - CHECKSUM, at + end);
    if (said != sum) {
      return Check.wrong("checksum mismatch: %04X, the text gives %04X".formatted(said, sum));
    }
    if (digits % 2 != 0) {
      return Check.wrong("INFO of %d digits is not whole bytes".formatted(digits));
    }
    for (int i = at + 1; i < at + end; i++) {
      if (Hex.number(data, i, i + 1) < 0) {
        return Check.wrong("character %02X is not a hexadecimal digit".formatted(data[i]));
      }
    }
    boolean ended = at + end < data.length && data[at + end] == '\r';
    return Check.whole(ended ? end + 1 : end);
  }
}
