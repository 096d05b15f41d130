package ca.edsquebec.trackingbms.connector.dbc;

import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.wire.CanSignal;
import ca.edsquebec.trackingbms.measure.Alarm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each frame by itself: nothing is remembered. What a short frame has not sent is not said. */
final class DbcDecoder implements Decoder {

  private final Map<String, MappedMessage> messages;

  DbcDecoder(Map<String, MappedMessage> messages) {
    this.messages = messages;
  }

  @Override
  public Decoder copy() {
    return this;
  }

  @Override
  public Optional<List<Reading>> decode(Frame frame) throws FrameException {
    Optional<MappedMessage> message = message(frame);
    if (message.isEmpty()) {
      return Optional.empty();
    }
    List<Reading> readings = new ArrayList<>();
    MappedMessage said = message.get();
    long word = CanSignal.word(frame.data());
    add(said.always(), frame, frame.idText(), readings);
    if (said.selector().isPresent()) {
      String source = frame.idText() + "/" + said.selector().get().raw(word);
      add(said.selected(word), frame, source, readings);
    }
    return Optional.of(readings);
  }

  @Override
  public Optional<Map<String, Object>> signals(Frame frame) throws FrameException {
    Optional<MappedMessage> message = message(frame);
    if (message.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> shown = new LinkedHashMap<>();
    long word = CanSignal.word(frame.data());
    for (List<MappedSignal> part : List.of(message.get().always(), message.get().selected(word))) {
      for (MappedSignal signal : part) {
        if (signal.place().bytes() <= frame.data().length) {
          shown.put(signal.place().name(), signal.shown(word));
        }
      }
    }
    return Optional.of(shown);
  }

  private Optional<MappedMessage> message(Frame frame) throws FrameException {
    if (frame.canId() < 0) {
      throw new FrameException("not a CAN frame: it has no identifier");
    }
    MappedMessage message = messages.get(frame.idText());
    if (message == null) {
      return Optional.empty();
    }
    int length = frame.data().length;
    if (length > 64) {
      throw new FrameException("%d bytes in a CAN frame".formatted(length));
    }
    if (message.selector().isPresent() && message.selector().get().bytes() > length) {
      throw new FrameException(
          "truncated: the selector %s is not in %d bytes"
              .formatted(message.selector().get().name(), length));
    }
    return Optional.of(message);
  }

  /** Alarms of one list are of one source: a later frame takes back what it no longer says. */
  private static void add(
      List<MappedSignal> signals, Frame frame, String source, List<Reading> readings) {
    long word = CanSignal.word(frame.data());
    List<Alarm> raised = new ArrayList<>();
    boolean tellsAlarms = false;
    for (MappedSignal signal : signals) {
      if (signal.place().bytes() > frame.data().length) {
        continue;
      }
      double value = signal.value(word);
      if (signal.meaning().isAlarm()) {
        tellsAlarms = true;
        if (Meaning.isYes(value)) {
          raised.add(signal.meaning().alarm(signal.place().name()));
        }
      } else {
        signal.meaning().reading(value).ifPresent(readings::add);
      }
    }
    if (tellsAlarms) {
      readings.add(new Reading.Alarms(source, raised));
    }
  }
}
