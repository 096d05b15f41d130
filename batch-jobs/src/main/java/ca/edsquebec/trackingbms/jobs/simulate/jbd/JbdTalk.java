package ca.edsquebec.trackingbms.jobs.simulate.jbd;

import ca.edsquebec.trackingbms.jobs.simulate.device.Talk;
import ca.edsquebec.trackingbms.jobs.simulate.device.TimedBattery;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Answers {@code DD A5 function length … check check 77}. What would write is refused with status
 * 80, and so is what it does not know; what has a wrong check is not answered.
 */
final class JbdTalk implements Talk {

  private static final int START = 0xDD;
  private static final int READS = 0xA5;
  private static final int WRITES = 0x5A;
  private static final int ENVELOPE = 7;

  /** Behind so much silence nothing more belongs to a request. */
  private static final long REQUEST_MILLIS = 500;

  private final TimedBattery battery;
  private byte[] held = {};
  private long heardAt;

  JbdTalk(TimedBattery battery) {
    this.battery = battery;
  }

  @Override
  public Step step(long nowMillis, byte[] received) {
    if (nowMillis - heardAt > REQUEST_MILLIS) {
      held = new byte[0];
    }
    heardAt = received.length > 0 ? nowMillis : heardAt;
    int before = held.length;
    held = Arrays.copyOf(held, before + received.length);
    System.arraycopy(received, 0, held, before, received.length);
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    int at = 0;
    int used = 1;
    while (at < held.length && used > 0) {
      used = request(at, nowMillis, answers);
      at += used;
    }
    held = Arrays.copyOfRange(held, at, held.length);
    return new Step(answers.toByteArray(), Long.MAX_VALUE);
  }

  /** Bytes that are done with; 0 while more are needed. */
  private int request(int at, long nowMillis, ByteArrayOutputStream answers) {
    if ((held[at] & 0xFF) != START) {
      return 1;
    }
    int left = held.length - at;
    int length = left < 4 ? ENVELOPE : ENVELOPE + (held[at + 3] & 0xFF);
    if (left < length) {
      return 0;
    }
    byte[] request = Arrays.copyOfRange(held, at, at + length);
    if (!isWhole(request)) {
      return 1;
    }
    boolean reads = (request[1] & 0xFF) == READS;
    if (reads || (request[1] & 0xFF) == WRITES) {
      answers.writeBytes(
          reads
              ? JbdWire.answer(request[2] & 0xFF, battery.at(nowMillis), battery.model())
              : JbdWire.refusal(request[2] & 0xFF));
    }
    return length;
  }

  private static boolean isWhole(byte[] request) {
    int end = request.length - 3;
    int said = (request[end] & 0xFF) << 8 | (request[end + 1] & 0xFF);
    return request[end + 2] == 0x77 && said == JbdWire.check(request, 2, end);
  }
}
