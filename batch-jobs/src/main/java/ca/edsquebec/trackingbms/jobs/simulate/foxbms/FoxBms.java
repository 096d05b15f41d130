package ca.edsquebec.trackingbms.jobs.simulate.foxbms;

import ca.edsquebec.trackingbms.jobs.simulate.model.Measurement;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a measurement on the wire as a foxBMS 2 of one string does: each message once, current and
 * power positive when discharging, as the firmware ships.
 */
public final class FoxBms {

  /** The frames of one measurement follow each other as on a bus of 500 kbit/s. */
  private static final long BETWEEN_FRAMES_MICROS = 400;

  private FoxBms() {}

  /**
   * The frames of one measurement as lines of a candump log, the last one at the measurement's own
   * time, so that a snapshot cut then has all of it.
   */
  public static String candump(Measurement m) {
    return lines(m, BETWEEN_FRAMES_MICROS);
  }

  /** The same as a recording that was thinned out: each frame at the measurement's time. */
  public static String thinned(Measurement m) {
    return lines(m, 0);
  }

  private static String lines(Measurement m, long apart) {
    List<Message> messages = messages(m);
    StringBuilder lines = new StringBuilder(48 * messages.size());
    long micros = m.ts() * 1000 - apart * (messages.size() - 1);
    for (Message message : messages) {
      String fraction = Long.toString(1_000_000 + micros % 1_000_000).substring(1);
      lines.append('(').append(micros / 1_000_000).append('.').append(fraction);
      lines.append(") can0 ").append(message).append('\n');
      micros += apart;
    }
    return lines.toString();
  }

  static List<Message> messages(Measurement m) {
    List<Message> messages = new ArrayList<>();
    // The state last: who reads it wants the current to know whether it is charging.
    messages.addAll(PackFrames.of(m));
    messages.addAll(CellFrames.of(m));
    messages.addAll(StateFrames.of(m));
    return messages;
  }
}
