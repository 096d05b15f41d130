package ca.edsquebec.trackingbms.connector.thingset;

import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.wire.Lines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers and reports of one node, in text or binary; the first byte tells. A frame is a line, a
 * WebSocket message or a binary message; of several lines those that are neither answer nor report
 * are passed over.
 */
final class ThingSetDecoder implements Decoder {

  private final Meaning meaning;

  ThingSetDecoder(int configuredCells) {
    this(new Meaning(configuredCells));
  }

  private ThingSetDecoder(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Decoder copy() {
    return new ThingSetDecoder(meaning.copy());
  }

  @Override
  public Optional<List<Reading>> decode(Frame frame) throws FrameException {
    List<Message> messages = messages(frame);
    List<Measured> measured = new ArrayList<>();
    Optional<Asked> asked = Asked.by(frame.request());
    for (Message message : messages) {
      if (message.isReport() || frame.request().length == 0 || asked.isPresent()) {
        measured.add(Measured.of(Contents.of(message, asked)));
      }
    }
    // From here on nothing is refused any more.
    List<Reading> readings = new ArrayList<>();
    measured.forEach(m -> readings.addAll(meaning.readings(m)));
    return messages.isEmpty() ? Optional.empty() : Optional.of(readings);
  }

  @Override
  public Optional<Map<String, Object>> signals(Frame frame) throws FrameException {
    Map<String, Object> signals = new LinkedHashMap<>();
    List<Message> messages = messages(frame);
    for (Message message : messages) {
      if (message.isReport()) {
        signals.put("report", message.subset());
      } else {
        signals.put("status", message.status());
      }
      Map<String, Object> contents = Contents.of(message, Asked.by(frame.request()));
      Measured.of(contents);
      signals.putAll(contents);
      if (!message.isReport() && !message.isContent() && message.payload() != null) {
        signals.put(message.isFailure() ? "error" : "result", message.payload());
      }
    }
    return messages.isEmpty() ? Optional.empty() : Optional.of(signals);
  }

  private static List<Message> messages(Frame frame) throws FrameException {
    if (frame.canId() >= 0) {
      throw new FrameException("a CAN frame, where the device speaks on a line");
    }
    byte[] data = frame.data();
    if (data.length > 0 && BinaryMode.isMessage(data[0])) {
      return List.of(BinaryMode.read(data));
    }
    List<Message> messages = new ArrayList<>();
    for (byte[] line : Lines.of(data)) {
      TextMode.read(line).ifPresent(messages::add);
    }
    return messages;
  }
}
