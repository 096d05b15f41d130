package ca.edsquebec.trackingbms.connector.pace;

import ca.edsquebec.trackingbms.connector.AsciiHexLine;
import ca.edsquebec.trackingbms.connector.Poll;
import ca.edsquebec.trackingbms.connector.wire.AsciiHex;
import java.util.ArrayList;
import java.util.List;

/** What packs are asked, each at its address from 1 on, or all at once at 0. */
final class PaceRequests {

  private static final int BATTERY = 0x46;
  private static final int ANALOG = 0x42;
  private static final int STATUS = 0x44;

  private PaceRequests() {}

  /**
   * @param modules 0 for all that there are
   */
  static List<Poll> polls(int modules) {
    List<Poll> polls = new ArrayList<>();
    for (int pack = Math.min(1, modules); pack <= modules; pack++) {
      polls.add(new Poll(read(pack, ANALOG), Poll.OFTEN));
      polls.add(new Poll(read(pack, STATUS), Poll.SELDOM));
    }
    return polls;
  }

  private static byte[] read(int pack, int command) {
    byte[] which = {(byte) (pack == 0 ? AsciiHexLine.ALL : pack)};
    return new AsciiHex(PaceAnswers.VERSION, pack, BATTERY, command, which).telegram();
  }
}
