package ca.edsquebec.trackingbms.connector.daly;

import ca.edsquebec.trackingbms.connector.wire.Bytes;
import ca.edsquebec.trackingbms.connector.wire.ModbusAnswer;
import ca.edsquebec.trackingbms.connector.wire.Telegrams;
import ca.edsquebec.trackingbms.connector.wire.Telegrams.Check;
import java.util.Set;

/**
 * Both envelopes: {@code A5 address command 08}, eight bytes and the sum of all before it; and
 * Modbus from and to Daly's own addresses.
 */
final class DalyTelegram implements Telegrams.Shape {

  static final Telegrams.Shape SHAPE = new DalyTelegram();

  /** First of the eight bytes. */
  static final int DATA = 4;

  private static final int START = 0xA5;
  private static final int LENGTH = 13;
  private static final Set<Integer> HOSTS = Set.of(0x40, 0x80);

  /** A device of each kind, and who asks one of the newer kind. */
  private static final Set<Integer> MODBUS = Set.of(0xD2, 0x51, 0x81);

  private DalyTelegram() {}

  static boolean isA5(byte[] telegram) {
    return (telegram[0] & 0xFF) == START;
  }

  /** Of A5: whether a host asks. */
  static boolean isRequest(byte[] telegram) {
    return HOSTS.contains(telegram[1] & 0xFF);
  }

  @Override
  public boolean mayStart(byte[] data, int at) {
    if ((data[at] & 0xFF) == START) {
      return at + 3 >= data.length || data[at + 3] == 8;
    }
    return MODBUS.contains(data[at] & 0xFF) && ModbusAnswer.SHAPE.mayStart(data, at);
  }

  @Override
  public Check check(byte[] data, int at) {
    if ((data[at] & 0xFF) != START) {
      return ModbusAnswer.SHAPE.check(data, at);
    }
    int left = data.length - at;
    if (left < LENGTH) {
      return Check.cut("truncated: %d bytes of %d".formatted(left, LENGTH));
    }
    int said = Bytes.u8(data, at + LENGTH - 1);
    int sum = Bytes.sum(data, at, at + LENGTH - 1) & 0xFF;
    return said == sum
        ? Check.whole(LENGTH)
        : Check.wrong("checksum mismatch: %02X, the bytes give %02X".formatted(said, sum));
  }

  @Override
  public String nothingFound() {
    return "neither A5 nor Modbus of a Daly";
  }
}
