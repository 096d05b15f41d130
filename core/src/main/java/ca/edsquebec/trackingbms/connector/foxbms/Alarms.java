package ca.edsquebec.trackingbms.connector.foxbms;

import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.wire.CanMessage;
import ca.edsquebec.trackingbms.connector.wire.CanSignal;
import ca.edsquebec.trackingbms.measure.Alarm;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Alarms of the pack (0x220), of each string (0x240) and the fatal error (0x222, sent once when it
 * happens, so it is forgotten after a minute; what it leads to stays in the other two).
 *
 * <p>GeneralError, GeneralWarning and AlertFlag only say that something is wrong. They are told, as
 * unspecified, when they stand in two frames in a row and no alarm of their level explains them:
 * the string's bit follows the pack's flag within a tenth of a second.
 */
final class Alarms {

  private static final CanMessage BMS = StateMessages.TABLE.get(0x220);
  private static final CanSignal FATAL_ERROR =
      StateMessages.TABLE.get(0x222).signal("FatalErrorCode");

  static final List<AlarmBit> COLLECTIVE =
      AlarmBit.table(
          BMS,
          """
          GeneralError    unspecified  critical
          AlertFlag       unspecified  critical
          GeneralWarning  unspecified  warning
          """);

  private final List<List<Alarm>> strings;
  private List<Alarm> fatal = List.of();

  /** By collective flag: frames in a row in which nothing explained it. */
  private final int[] unexplained;

  Alarms(int strings) {
    this.strings = new ArrayList<>();
    for (int i = 0; i < strings; i++) {
      this.strings.add(List.of());
    }
    unexplained = new int[COLLECTIVE.size()];
  }

  private Alarms(Alarms other) {
    strings = new ArrayList<>(other.strings);
    fatal = other.fatal;
    unexplained = other.unexplained.clone();
  }

  Alarms copy() {
    return new Alarms(this);
  }

  List<Reading> string(Message message) {
    int string = message.mux();
    String suffix = strings.size() > 1 ? " string " + string : "";
    List<Alarm> raised = AlarmBit.raised(StringAlarms.BITS, message, suffix);
    strings.set(string, raised);
    return List.of(new Reading.Alarms("240/" + string, raised));
  }

  List<Reading> fatalError(Message message) {
    fatal = FatalErrors.of((int) message.raw(FATAL_ERROR));
    return List.of(new Reading.Alarms("222", fatal));
  }

  Reading pack(Message message) {
    List<Alarm> raised = AlarmBit.raised(PackAlarms.BITS, message, "");
    List<Alarm> causes =
        Stream.of(raised, fatal, strings.stream().flatMap(List::stream).toList())
            .flatMap(List::stream)
            .toList();
    for (int i = 0; i < COLLECTIVE.size(); i++) {
      AlarmBit flag = COLLECTIVE.get(i);
      boolean stands =
          message.isSet(flag.signal())
              && causes.stream().noneMatch(cause -> cause.level() == flag.level());
      unexplained[i] = stands ? Math.min(unexplained[i] + 1, 2) : 0;
      if (unexplained[i] == 2) {
        raised.add(new Alarm(flag.code(), flag.level(), flag.signal().name()));
      }
    }
    return new Reading.Alarms("220", raised);
  }
}
