package ca.edsquebec.trackingbms.connector.jk;

import ca.edsquebec.trackingbms.connector.wire.Bytes;
import ca.edsquebec.trackingbms.connector.wire.Telegrams;
import ca.edsquebec.trackingbms.connector.wire.Telegrams.Check;

/**
 * Both envelopes. {@code 4E57}, count of the bytes behind it, and at the end a plain sum of all
 * that stands before the last four bytes; {@code 55AAEB90}, 300 bytes, the last one the sum of the
 * others. A Modbus acknowledgement may follow the record.
 */
final class JkTelegram implements Telegrams.Shape {

  static final Telegrams.Shape SHAPE = new JkTelegram();

  private static final int RECORD = 300;
  private static final long RECORD_START = 0x55AAEB90L;
  private static final int TAGGED_START = 0x4E57;
  private static final int MIN_TAGGED = 21;

  /** Four times what a pack of 24 cells says; keeps the search through noise short. */
  static final int MAX_TAGGED = 1400;

  private JkTelegram() {}

  static boolean isRecord(byte[] telegram) {
    return telegram[0] == 0x55;
  }

  @Override
  public boolean mayStart(byte[] data, int at) {
    int left = data.length - at;
    return (left >= 4 && Bytes.unsigned(data, at, 4) == RECORD_START)
        || (left >= 2 && Bytes.u16(data, at) == TAGGED_START);
  }

  @Override
  public Check check(byte[] data, int at) {
    return data[at] == 0x55 ? record(data, at) : tagged(data, at);
  }

  private static Check record(byte[] data, int at) {
    int left = data.length - at;
    if (left < RECORD) {
      return Check.cut("truncated: %d bytes: incomplete record of %d".formatted(left, RECORD));
    }
    int said = Bytes.u8(data, at + RECORD - 1);
    int sum = Bytes.sum(data, at, at + RECORD - 1) & 0xFF;
    return said == sum
        ? Check.whole(RECORD)
        : Check.wrong("checksum mismatch: %02X, the bytes give %02X".formatted(said, sum));
  }

  private static Check tagged(byte[] data, int at) {
    int left = data.length - at;
    if (left < MIN_TAGGED) {
      return Check.cut("truncated: %d bytes are no answer".formatted(left));
    }
    int length = 2 + Bytes.u16(data, at + 2);
    if (length < MIN_TAGGED || length > MAX_TAGGED) {
      return Check.wrong("declared length 0x%04X is out of range".formatted(length - 2));
    }
    if (left < length) {
      return Check.cut("truncated: declared length 0x%04X, %d bytes".formatted(length - 2, left));
    }
    long said = Bytes.unsigned(data, at + length - 4, 4);
    int sum = Bytes.sum(data, at, at + length - 4);
    return said == sum
        ? Check.whole(length)
        : Check.wrong("checksum mismatch: %08X, the bytes give %08X".formatted(said, sum));
  }

  @Override
  public String nothingFound() {
    return "bad start word: neither 4E57 nor 55AAEB90";
  }
}
