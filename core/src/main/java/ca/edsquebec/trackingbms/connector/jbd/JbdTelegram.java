package ca.edsquebec.trackingbms.connector.jbd;

import ca.edsquebec.trackingbms.connector.wire.Bytes;
import ca.edsquebec.trackingbms.connector.wire.Telegrams;
import ca.edsquebec.trackingbms.connector.wire.Telegrams.Check;

/**
 * The envelope: {@code DD function status length data check check 77}. The check is 0x10000 less
 * the sum from the status on; in a request (second byte A5 or 5A) from the function on.
 */
final class JbdTelegram implements Telegrams.Shape {

  static final Telegrams.Shape SHAPE = new JbdTelegram();

  /** First byte of the data. */
  static final int DATA = 4;

  static final int ENVELOPE = 7;
  private static final int START = 0xDD;
  private static final int END = 0x77;

  private JbdTelegram() {}

  /** Whether it asks or writes. */
  static boolean isRequest(byte[] telegram) {
    int second = telegram[1] & 0xFF;
    return second == 0xA5 || second == 0x5A;
  }

  @Override
  public boolean mayStart(byte[] data, int at) {
    return (data[at] & 0xFF) == START;
  }

  @Override
  public Check check(byte[] data, int at) {
    int left = data.length - at;
    if (left < ENVELOPE) {
      return Check.cut("truncated: %d bytes are no answer".formatted(left));
    }
    int length = ENVELOPE + Bytes.u8(data, at + 3);
    if (left < length) {
      return Check.cut("truncated: %d bytes of an answer of %d".formatted(left, length));
    }
    int last = at + length - 1;
    if ((data[last] & 0xFF) != END) {
      return Check.wrong("missing 0x77 tail: it ends with %02X".formatted(data[last] & 0xFF));
    }
    int said = Bytes.u16(data, last - 2);
    int sum = -Bytes.sum(data, at + 2, last - 2) & 0xFFFF;
    return said == sum
        ? Check.whole(length)
        : Check.wrong("checksum mismatch: %04X, the bytes give %04X".formatted(said, sum));
  }

  @Override
  public String nothingFound() {
    return "no start byte 0xDD";
  }
}
