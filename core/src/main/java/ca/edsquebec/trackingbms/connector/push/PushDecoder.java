package ca.edsquebec.trackingbms.connector.push;

import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.NamedValues;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.wire.LinePoint;
import ca.edsquebec.trackingbms.connector.wire.LineProtocol;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a line of line protocol, whoever it names: the frame came for this battery. Its timestamp
 * is not looked at, since the line does not say in what unit it is. Remembers nothing.
 */
final class PushDecoder implements Decoder {

  private final boolean inverted;

  PushDecoder(boolean inverted) {
    this.inverted = inverted;
  }

  @Override
  public Optional<List<Reading>> decode(Frame frame) throws FrameException {
    Optional<LinePoint> point = point(frame);
    if (point.isEmpty()) {
      return Optional.empty();
    }
    NamedValues values = new NamedValues(inverted);
    point.get().fields().forEach((name, value) -> values.add(name, value, ""));
    return Optional.of(values.readings());
  }

  @Override
  public Optional<Map<String, Object>> signals(Frame frame) throws FrameException {
    return point(frame).map(LinePoint::fields).map(PushDecoder::shown);
  }

  private static Map<String, Object> shown(Map<String, Object> fields) {
    Map<String, Object> shown = new LinkedHashMap<>();
    fields.forEach(
        (name, value) ->
            shown.put(name, value instanceof Double d ? new BigDecimal(d.toString()) : value));
    return shown;
  }

  private static Optional<LinePoint> point(Frame frame) throws FrameException {
    String line = new String(frame.data(), StandardCharsets.UTF_8);
    if (LineProtocol.isSilent(line, 0, line.length())) {
      return Optional.empty();
    }
    try {
      return Optional.of(LineProtocol.read(line));
    } catch (IllegalArgumentException e) {
      throw new FrameException(e.getMessage());
    }
  }

  @Override
  public Decoder copy() {
    return this;
  }
}
