package ca.edsquebec.trackingbms.connector.foxbms;

import ca.edsquebec.trackingbms.connector.wire.CanMessage;
import ca.edsquebec.trackingbms.connector.wire.CanSignal;
import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.AlarmLevel;
import java.util.ArrayList;
import java.util.List;

/** A bit that says an alarm, with its canonical meaning. */
record AlarmBit(CanSignal signal, AlarmCode code, AlarmLevel level) {

  /** Reads a table of a name in the CAN database, a canonical code and a level in each line. */
  static List<AlarmBit> table(CanMessage message, String table) {
    List<AlarmBit> bits = new ArrayList<>();
    for (String line : table.split("\n")) {
      String[] cells = line.strip().split(" +");
      bits.add(
          new AlarmBit(
              message.signal(cells[0]),
              AlarmCode.named(cells[1]).orElseThrow(),
              AlarmLevel.named(cells[2]).orElseThrow()));
    }
    return List.copyOf(bits);
  }

  /** All that they can raise. */
  static List<AlarmCode> codes(List<AlarmBit> bits) {
    return bits.stream().map(AlarmBit::code).toList();
  }

  /**
   * The alarms whose bits are set.
   *
   * @param suffix appended to the device's own name for it
   */
  static List<Alarm> raised(List<AlarmBit> bits, Message message, String suffix) {
    List<Alarm> raised = new ArrayList<>();
    for (AlarmBit bit : bits) {
      if (message.isSet(bit.signal)) {
        raised.add(new Alarm(bit.code, bit.level, bit.signal.name() + suffix));
      }
    }
    return raised;
  }
}
