package ca.edsquebec.trackingbms.connector;

import ca.edsquebec.trackingbms.connector.wire.Bytes;
import ca.edsquebec.trackingbms.connector.wire.Crc16;
import java.util.Arrays;
import java.util.List;

/**
 * Modbus RTU as whoever asks sees it: requests that read registers, and where their answers end in
 * a stream. Nothing that writes can be made of it.
 */
public final class ModbusLine {

  /**
   * Answers to reads, refusals, and requests of others or echoed by an adapter; nothing without its
   * right CRC.
   */
  public static final Framing ANSWERS = new Answers();

  /** Devices leave themselves time; gateways add theirs. */
  private static final long TIMEOUT_MICROS = 2_000_000;

  /** The line is to be quiet between an answer and the next request; 20 ms will do at 2,400 Bd. */
  private static final long PAUSE_MICROS = 20_000;

  private static final int CRC = 2;
  private static final int REFUSAL = 5;
  private static final int REQUEST = 8;
  private static final int ENVELOPE = 5;
  private static final int REFUSED = 0x80;
  private static final int MAX_REGISTERS = 125;

  private ModbusLine() {}

  /**
   * A request to read.
   *
   * @param unit the device's address, 1 to 247
   * @param function 3 for holding registers, 4 for input registers
   * @param first its number on the wire
   * @param count 1 to 125
   */
  public static byte[] read(int unit, int function, int first, int count) {
    boolean reads = function == 3 || function == 4;
    if (!reads || unit < 1 || unit > 247 || count < 1 || count > MAX_REGISTERS) {
      throw new IllegalArgumentException(
          "no read: unit %d, function %d, %d registers".formatted(unit, function, count));
    }
    byte[] pdu = {(byte) unit, (byte) function, (byte) (first >> 8), (byte) first, 0, (byte) count};
    return withCrc(pdu);
  }

  /** Address and what follows, with the check that a line wants behind it. */
  public static byte[] withCrc(byte[] telegram) {
    int crc = Crc16.modbus(telegram, 0, telegram.length);
    byte[] whole = Arrays.copyOf(telegram, telegram.length + CRC);
    whole[telegram.length] = (byte) crc;
    whole[telegram.length + 1] = (byte) (crc >> 8);
    return whole;
  }

  /** Asks a device one request at a time. */
  public static Dialogue dialogue(List<Poll> polls) {
    return dialogue(polls, 0);
  }

  /**
   * As above, with a device that answers in another name; a gateway may have put the one that was
   * asked in its place.
   *
   * @param shift from the address that is asked to the one that answers
   */
  public static Dialogue dialogue(List<Poll> polls, int shift) {
    return new Polling(
        polls, ANSWERS, (asked, said) -> answers(asked, said, shift), TIMEOUT_MICROS, PAUSE_MICROS);
  }

  private static boolean answers(byte[] request, byte[] answer, int shift) {
    boolean echo = Arrays.equals(request, answer);
    boolean itsName = answer[0] == (byte) (request[0] + shift) || answer[0] == request[0];
    boolean sameUnit = itsName && !echo;
    boolean refused = answer[1] == (byte) (request[1] | REFUSED);
    int asked = 2 * (request[5] & 0xFF);
    return sameUnit && (refused || (answer[1] == request[1] && (answer[2] & 0xFF) == asked));
  }

  /** Where an answer ends. */
  private static final class Answers implements Framing {

    @Override
    public int measure(byte[] bytes, int from, int to) {
      if (to - from < 3) {
        return 0;
      }
      int function = bytes[from + 1] & 0x7F;
      if (function < 1 || function > 4) {
        return -1;
      }
      boolean refusal = (bytes[from + 1] & REFUSED) != 0;
      int length = refusal ? REFUSAL : ENVELOPE + (bytes[from + 2] & 0xFF);
      int shorter = refusal ? length : Math.min(length, REQUEST);
      int longer = refusal ? length : Math.max(length, REQUEST);
      for (int candidate : new int[] {shorter, longer}) {
        if (to - from < candidate) {
          return 0;
        }
        if (isWhole(bytes, from, candidate)) {
          return candidate;
        }
      }
      return -1;
    }

    private static boolean isWhole(byte[] bytes, int from, int length) {
      int end = from + length - CRC;
      return Bytes.u16Little(bytes, end) == Crc16.modbus(bytes, from, end);
    }

    @Override
    public int maxLength() {
      return ENVELOPE + 0xFF;
    }
  }
}
