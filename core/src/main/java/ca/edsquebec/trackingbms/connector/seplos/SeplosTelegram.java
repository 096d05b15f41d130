package ca.edsquebec.trackingbms.connector.seplos;

import ca.edsquebec.trackingbms.connector.wire.AsciiHex;
import ca.edsquebec.trackingbms.connector.wire.Bytes;
import ca.edsquebec.trackingbms.connector.wire.Crc16;
import ca.edsquebec.trackingbms.connector.wire.ModbusAnswer;
import ca.edsquebec.trackingbms.connector.wire.Telegrams;
import ca.edsquebec.trackingbms.connector.wire.Telegrams.Check;

/**
 * The three envelopes: text from a tilde on; {@code 7E 14 address command return length(2) …
 * CRC-16/XMODEM 0D}, where 7E is the tilde; and Modbus from addresses up to 16.
 */
final class SeplosTelegram implements Telegrams.Shape {

  static final Telegrams.Shape SHAPE = new SeplosTelegram();

  /** First byte of the payload of the binary kind. */
  static final int INFO = 7;

  private static final int START = 0x7E;
  private static final int BINARY = 0x14;
  private static final int ENVELOPE = 10;
  private static final int MAX_INFO = 1024;
  private static final int MAX_ADDRESS = 16;

  private SeplosTelegram() {}

  static boolean isText(byte[] telegram) {
    return telegram[0] == START && telegram[1] != BINARY;
  }

  static boolean isBinary(byte[] telegram) {
    return telegram[0] == START && telegram[1] == BINARY;
  }

  @Override
  public boolean mayStart(byte[] data, int at) {
    return data[at] == START
        || ((data[at] & 0xFF) <= MAX_ADDRESS && ModbusAnswer.SHAPE.mayStart(data, at));
  }

  @Override
  public Check check(byte[] data, int at) {
    if (data[at] != START) {
      return ModbusAnswer.SHAPE.check(data, at);
    }
    boolean binary = at + 1 < data.length && data[at + 1] == BINARY;
    return binary ? binary(data, at) : AsciiHex.SHAPE.check(data, at);
  }

  private static Check binary(byte[] data, int at) {
    int left = data.length - at;
    if (left < ENVELOPE) {
      return Check.cut("truncated: %d bytes are no answer".formatted(left));
    }
    int length = Bytes.u16(data, at + 5);
    if (length > MAX_INFO) {
      return Check.wrong("truncated: declared length %d is out of range".formatted(length));
    }
    if (left < length + ENVELOPE) {
      return Check.cut("truncated: declared length %d, %d bytes".formatted(length, left));
    }
    int end = at + INFO + length;
    int said = Bytes.u16(data, end);
    int crc = Crc16.xmodem(data, at + 1, end);
    if (said != crc) {
      return Check.wrong(
          "checksum mismatch: CRC-16/XMODEM %04X, the bytes give %04X".formatted(said, crc));
    }
    return data[end + 2] == '\r'
        ? Check.whole(length + ENVELOPE)
        : Check.wrong("missing 0x0D at the end: %02X".formatted(data[end + 2]));
  }

  @Override
  public String nothingFound() {
    return "neither a tilde nor Modbus";
  }
}
