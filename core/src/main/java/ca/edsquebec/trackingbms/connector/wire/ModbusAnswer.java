package ca.edsquebec.trackingbms.connector.wire;

import ca.edsquebec.trackingbms.connector.wire.Telegrams.Check;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Set;

/**
 * An answer to a Modbus RTU read: address, function, count of bytes, data, CRC low byte first. It
 * does not say which registers it holds.
 *
 * @param address the device
 * @param function 1 to 4
 * @param data the registers, high byte first, or coils
 */
@SuppressWarnings("ArrayRecordComponent") // Passed along, never compared.
public record ModbusAnswer(int address, int function, byte[] data) {

  private static final Set<Integer> READS = Set.of(1, 2, 3, 4);
  private static final int ENVELOPE = 5;
  private static final int REQUEST = 8;

  /** Answers within what came over the line. */
  public static final Telegrams.Shape SHAPE =
      new Telegrams.Shape() {
        @Override
        public boolean mayStart(byte[] data, int at) {
          return at + 1 < data.length && READS.contains(data[at + 1] & 0x7F);
        }

        @Override
        public Check check(byte[] data, int at) {
          return ModbusAnswer.check(data, at);
        }

        @Override
        public String nothingFound() {
          return "no Modbus answer to a read: truncated, or not one of function 1 to 4";
        }
      };

  /** Of a telegram that {@link #SHAPE} has found and that is neither a request nor a refusal. */
  public static ModbusAnswer of(byte[] telegram) {
    return new ModbusAnswer(
        telegram[0] & 0xFF,
        telegram[1] & 0xFF,
        Arrays.copyOfRange(telegram, 3, telegram.length - 2));
  }

  /** Whether that telegram asks; the bytes of a request are eight. */
  public static boolean isRequest(byte[] telegram) {
    return telegram.length == REQUEST && (telegram[2] & 0xFF) != REQUEST - ENVELOPE;
  }

  /** The first register that this request asks for; empty when it is no request to read. */
  public static OptionalInt firstRegister(byte[] request) {
    boolean reads = request.length >= REQUEST - 2 && READS.contains(request[1] & 0xFF);
    return reads ? OptionalInt.of(Bytes.u16(request, 2)) : OptionalInt.empty();
  }

  /** How many registers or coils this request asks for; empty when it is no request to read. */
  public static OptionalInt count(byte[] request) {
    return firstRegister(request).isPresent()
        ? OptionalInt.of(Bytes.u16(request, 4))
        : OptionalInt.empty();
  }

  /** The code of a device that refused; 0 when it did not. */
  public static int refusal(byte[] telegram) {
    return (telegram[1] & 0x80) == 0 ? 0 : telegram[2] & 0xFF;
  }

  private static Check check(byte[] data, int at) {
    int left = data.length - at;
    if (left < ENVELOPE) {
      return Check.cut("truncated: %d bytes are no Modbus answer".formatted(left));
    }
    if ((data[at + 1] & 0x80) != 0) {
      return checked(data, at, ENVELOPE);
    }
    if (left >= REQUEST && checked(data, at, REQUEST).problem() == null) {
      return Check.whole(REQUEST);
    }
    int length = ENVELOPE + (data[at + 2] & 0xFF);
    if (left < length) {
      return Check.cut("truncated: %d bytes of a Modbus answer of %d".formatted(left, length));
    }
    return checked(data, at, length);
  }

  private static Check checked(byte[] data, int at, int length) {
    int end = at + length - 2;
    int said = Bytes.u16Little(data, end);
    int crc = Crc16.modbus(data, at, end);
    return said == crc
        ? Check.whole(length)
        : Check.wrong("CRC-16/Modbus mismatch: %04X, the bytes give %04X".formatted(said, crc));
  }
}
