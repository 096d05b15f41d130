package ca.edsquebec.trackingbms.connector.dbc;

import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.wire.CanSignal;
import ca.edsquebec.trackingbms.connector.wire.Dbc;
import ca.edsquebec.trackingbms.connector.wire.Dbc.Message;
import ca.edsquebec.trackingbms.connector.wire.Dbc.Signal;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What frames would say under meanings that nobody has saved yet, by the same tables and arithmetic
 * as the decoder. Stateless.
 */
public final class DbcPreview {

  /**
   * The last value of a signal.
   *
   * @param shown exactly, in the unit of the file; null when the device says it is none
   * @param ours in the unit and sign of the meaning; NaN when the device says it is none
   * @param millis when it was heard, epoch
   */
  public record Value(BigDecimal shown, double ours, long millis) {}

  private DbcPreview() {}

  /**
   * By {@link DbcMapping#key}; what no frame carries, or can't be read, is absent, as is all of a
   * message of more signals than a setting holds.
   *
   * @param meanings a signal that has none, or one that can't be, is shown in the unit of the file
   * @param frames in the order of their times
   */
  public static Map<String, Value> of(
      List<Message> messages, Map<String, String> meanings, List<Frame> frames) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (Message message : messages) {
      Map<String, MappedMessage> table = table(message, meanings);
      for (Frame frame : frames) {
        MappedMessage mapped = frame.canId() < 0 ? null : table.get(frame.idText());
        if (mapped != null) {
          add(message, mapped, frame, values);
        }
      }
    }
    return values;
  }

  private static Map<String, MappedMessage> table(Message message, Map<String, String> meanings) {
    if (message.signals().size() >= SignalTable.MAX_SIGNALS) {
      return Map.of();
    }
    Map<String, String> all = new LinkedHashMap<>();
    for (Signal signal : message.signals()) {
      String key = DbcMapping.key(message, signal);
      String meaning = meanings.getOrDefault(key, Meaning.NOTHING);
      if (DbcMapping.fault(message, signal, meaning).isEmpty()) {
        all.put(key, meaning);
      } else if (DbcMapping.fault(message, signal, Meaning.NOTHING).isEmpty()) {
        all.put(key, Meaning.NOTHING);
      }
    }
    return all.isEmpty()
        ? Map.of()
        : SignalTable.parse(DbcMapping.lines(new Dbc(List.of(message)), all));
  }

  private static void add(
      Message message, MappedMessage mapped, Frame frame, Map<String, Value> values) {
    long word = CanSignal.word(frame.data());
    int length = frame.data().length;
    boolean selects = mapped.selector().filter(place -> place.bytes() <= length).isPresent();
    for (List<MappedSignal> part :
        List.of(mapped.always(), selects ? mapped.selected(word) : List.<MappedSignal>of())) {
      for (MappedSignal signal : part) {
        if (signal.place().bytes() <= length) {
          values.put(
              message.name() + "." + signal.place().name(),
              new Value(signal.shown(word), signal.value(word), frame.timeMicros() / 1000));
        }
      }
    }
  }
}
