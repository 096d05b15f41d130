package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.connector.FrameStream;
import ca.edsquebec.trackingbms.connector.Framing;
import ca.edsquebec.trackingbms.connector.ModbusLine;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * A dialogue of Modbus RTU, spoken over Modbus TCP (Modbus Messaging on TCP/IP 1.0b, 3.1.3): the
 * check of each request is taken off and the header put before it, and the other way round for
 * answers. An answer that bears another number than the last request came too late and is dropped.
 */
final class ModbusTcp implements Dialogue {

  private static final int HEADER = 6;
  private static final int CRC = 2;
  private static final byte[] NONE = {};

  private final Dialogue rtu;
  private final FrameStream stream = new FrameStream(new Mbap());
  private int transaction;

  ModbusTcp(Dialogue rtu) {
    this.rtu = rtu;
  }

  @Override
  public Step step(long nowMicros, byte[] received) {
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    for (byte[] adu : stream.take(received)) {
      if (u16(adu, 0) == transaction) {
        answers.writeBytes(ModbusLine.withCrc(Arrays.copyOfRange(adu, HEADER, adu.length)));
      }
    }
    Step step = rtu.step(nowMicros, answers.size() == 0 ? NONE : answers.toByteArray());
    List<byte[]> send = step.send().stream().map(this::wrapped).toList();
    return new Step(send, step.frames(), step.wakeAtMicros(), step.unanswered());
  }

  private byte[] wrapped(byte[] request) {
    transaction = (transaction + 1) & 0xFFFF;
    int length = request.length - CRC;
    byte[] adu = new byte[HEADER + length];
    adu[0] = (byte) (transaction >> 8);
    adu[1] = (byte) transaction;
    adu[4] = (byte) (length >> 8);
    adu[5] = (byte) length;
    System.arraycopy(request, 0, adu, HEADER, length);
    return adu;
  }

  private static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }

  /** Number, protocol 0, length of what follows: unit, function and data. */
  private static final class Mbap implements Framing {

    private static final int MAX_BODY = 254;

    @Override
    public int measure(byte[] bytes, int from, int to) {
      if (to - from < HEADER) {
        return 0;
      }
      int body = u16(bytes, from + 4);
      if (u16(bytes, from + 2) != 0 || body < 3 || body > MAX_BODY) {
        return -1;
      }
      return to - from < HEADER + body ? 0 : HEADER + body;
    }

    @Override
    public int maxLength() {
      return HEADER + MAX_BODY;
    }
  }
}
