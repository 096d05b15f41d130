package ca.edsquebec.trackingbms.connector.jbd;

import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.connector.Framing;
import ca.edsquebec.trackingbms.connector.Poll;
import ca.edsquebec.trackingbms.connector.Polling;
import ca.edsquebec.trackingbms.connector.TelegramFraming;
import ca.edsquebec.trackingbms.connector.wire.Bytes;
import java.util.List;

/**
 * What it is asked: {@code DD A5 function 00 check check 77}. The second byte of what writes is
 * another, and nothing here makes one.
 */
final class JbdRequests {

  static final Framing ANSWERS =
      new TelegramFraming(JbdTelegram.SHAPE, 1, JbdTelegram.ENVELOPE + 0xFF);

  private static final int READS = 0xA5;
  private static final long SECOND = 1_000_000;

  private static final long HARDLY_EVER = 3_600 * SECOND;

  /** 9,600 Bd, and up to a second for one that wakes up. */
  private static final long TIMEOUT = 2 * SECOND;

  private static final long PAUSE = SECOND / 10;

  private JbdRequests() {}

  static Dialogue dialogue() {
    return new Polling(
        List.of(
            new Poll(read(JbdAnswers.BASIC), Poll.OFTEN),
            new Poll(read(JbdAnswers.CELLS), Poll.OFTEN),
            new Poll(read(JbdAnswers.MODEL), HARDLY_EVER)),
        ANSWERS,
        JbdRequests::answers,
        TIMEOUT,
        PAUSE);
  }

  private static byte[] read(int function) {
    int check = -function & 0xFFFF;
    return new byte[] {
      (byte) 0xDD, (byte) READS, (byte) function, 0, (byte) (check >> 8), (byte) check, 0x77
    };
  }

  /** An answer has the function where a request has its direction: an echo is none. */
  private static boolean answers(byte[] request, byte[] answer) {
    return Bytes.u8(answer, 1) == Bytes.u8(request, 2);
  }
}
