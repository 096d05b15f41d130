package ca.edsquebec.trackingbms.connector.daly;

import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.connector.Framing;
import ca.edsquebec.trackingbms.connector.Medium;
import ca.edsquebec.trackingbms.connector.ModbusLine;
import ca.edsquebec.trackingbms.connector.Poll;
import ca.edsquebec.trackingbms.connector.Polling;
import ca.edsquebec.trackingbms.connector.TelegramFraming;
import ca.edsquebec.trackingbms.connector.wire.Bytes;
import ca.edsquebec.trackingbms.connector.wire.Telegrams;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What is asked in each language; in Modbus a newer BMS is asked at 81 and answers as 51. */
record DalyRequests(Medium medium, Framing framing, Dialogue dialogue) {

  static final String A5 = "a5";
  static final List<String> CHOICES = List.of(A5, "modbus-d2", "modbus-81");

  private static final int HOST = 0x40;
  private static final int LENGTH = 13;
  private static final int REGISTERS = 3;
  private static final long SECOND = 1_000_000;

  private static final long TIMEOUT = 2 * SECOND;

  /** Cells come in up to 16 telegrams at 9,600 Bd, and the first of them is the answer. */
  private static final long PAUSE = 3 * SECOND / 10;

  private static final Framing A5_ANSWERS = new TelegramFraming(new OnlyA5(), 4, LENGTH);

  /**
   * @param choice one of {@link #CHOICES}
   */
  static DalyRequests named(String choice) {
    return switch (choice) {
      case A5 -> new DalyRequests(Medium.LINE, A5_ANSWERS, inA5());
      case "modbus-d2" -> inModbus(0, ModbusLine.read(0xD2, REGISTERS, 0, 0x3E));
      default ->
          inModbus(
              0x51 - 0x81,
              ModbusLine.read(0x81, REGISTERS, 0, 0x40),
              ModbusLine.read(0x81, REGISTERS, 0x41, 0x3E));
    };
  }

  private static DalyRequests inModbus(int shift, byte[]... requests) {
    List<Poll> polls = Arrays.stream(requests).map(r -> new Poll(r, Poll.OFTEN)).toList();
    return new DalyRequests(Medium.MODBUS, ModbusLine.ANSWERS, ModbusLine.dialogue(polls, shift));
  }

  private static Dialogue inA5() {
    List<Poll> polls =
        Stream.concat(
                Stream.of(0x94, 0x90, 0x95, 0x96, 0x93).map(c -> new Poll(request(c), Poll.OFTEN)),
                Stream.of(0x98, 0x97).map(c -> new Poll(request(c), Poll.SELDOM)))
            .toList();
    return new Polling(polls, A5_ANSWERS, DalyRequests::answers, TIMEOUT, PAUSE);
  }

  private static byte[] request(int command) {
    byte[] request = new byte[LENGTH];
    request[0] = (byte) 0xA5;
    request[1] = HOST;
    request[2] = (byte) command;
    request[3] = 8;
    request[LENGTH - 1] = (byte) Bytes.sum(request, 0, LENGTH - 1);
    return request;
  }

  private static boolean answers(byte[] request, byte[] answer) {
    return answer[2] == request[2] && !DalyTelegram.isRequest(answer);
  }

  /** Without the Modbus of the other kinds. */
  private record OnlyA5() implements Telegrams.Shape {

    @Override
    public boolean mayStart(byte[] data, int at) {
      return (data[at] & 0xFF) == 0xA5 && DalyTelegram.SHAPE.mayStart(data, at);
    }

    @Override
    public Telegrams.Check check(byte[] data, int at) {
      return DalyTelegram.SHAPE.check(data, at);
    }

    @Override
    public String nothingFound() {
      return DalyTelegram.SHAPE.nothingFound();
    }
  }
}
