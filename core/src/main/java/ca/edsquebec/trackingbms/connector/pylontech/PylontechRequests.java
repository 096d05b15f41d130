package ca.edsquebec.trackingbms.connector.pylontech;

import ca.edsquebec.trackingbms.connector.AsciiHexLine;
import ca.edsquebec.trackingbms.connector.Poll;
import ca.edsquebec.trackingbms.connector.wire.AsciiHex;
import java.util.ArrayList;
import java.util.List;

/**
 * What a stack is asked; its modules have the addresses from 2 on, and the first one speaks for
 * all.
 */
final class PylontechRequests {

  private static final int VERSION = 0x20;
  private static final int BATTERY = 0x46;
  private static final int FIRST = 2;

  private PylontechRequests() {}

  /**
   * @param modules 0 for all that answer the first one
   */
  static List<Poll> polls(int modules) {
    List<Poll> polls = new ArrayList<>();
    for (int i = 0; i < Math.max(1, modules); i++) {
      int address = FIRST + i;
      int module = modules == 0 ? AsciiHexLine.ALL : address;
      polls.add(new Poll(read(address, PylontechAnswers.ANALOG, module), Poll.OFTEN));
      polls.add(new Poll(read(address, PylontechAnswers.ALARM, module), Poll.SELDOM));
      polls.add(new Poll(read(address, PylontechAnswers.MANAGEMENT, address), Poll.SELDOM));
    }
    return polls;
  }

  private static byte[] read(int address, int command, int module) {
    return new AsciiHex(VERSION, address, BATTERY, command, new byte[] {(byte) module}).telegram();
  }
}
