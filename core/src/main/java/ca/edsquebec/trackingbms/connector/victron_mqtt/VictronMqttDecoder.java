package ca.edsquebec.trackingbms.connector.victron_mqtt;

import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.WorkingState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code N/<portal>/battery/<instance>/<path>} with {@code {"value": …}}: null is unknown, and an
 * empty payload says that the device is gone. The messages are merged where those of a CAN bus are;
 * all that is remembered is which service speaks, since values of two must not become one battery.
 */
final class VictronMqttDecoder implements Decoder {

  private static final int MAX_PAYLOAD = 4096;
  private static final Pattern TOPIC = Pattern.compile("N/([^/]+/battery/(\\d{1,9}))/(.+)");
  private static final Pattern VALUE =
      Pattern.compile(
          "\"value\"\\s*:\\s*(null|true|false|-?\\d{1,15}(?:\\.\\d{1,18})?(?:[eE][+-]?\\d{1,2})?"
              + "|\"[^\"\\\\]*+\")\\s*[,}]");

  private static final int MAX_SERVICE = 100;

  private final int instance;

  /**
   * {@code <portal>/battery/<instance>} that spoke last; empty before it did, or when it is gone.
   */
  private String service = "";

  private long spokeMicros;

  /**
   * @param instance the only one that is listened to; −1 for all
   */
  VictronMqttDecoder(int instance) {
    this.instance = instance;
  }

  @Override
  public Decoder copy() {
    VictronMqttDecoder copy = new VictronMqttDecoder(instance);
    copy.service = service;
    copy.spokeMicros = spokeMicros;
    return copy;
  }

  @Override
  public Optional<List<Reading>> decode(Frame frame) throws FrameException {
    Optional<Decoded> said = read(frame);
    if (said.isPresent()) {
      service = frame.data().length == 0 ? "" : service(frame);
      spokeMicros = frame.timeMicros();
    }
    return said.map(Decoded::readings);
  }

  @Override
  public Optional<Map<String, Object>> signals(Frame frame) throws FrameException {
    return read(frame).map(Decoded::signals);
  }

  private Optional<Decoded> read(Frame frame) throws FrameException {
    if (frame.topic().isEmpty()) {
      throw new FrameException("no topic beside the message");
    }
    Matcher topic = TOPIC.matcher(frame.topic());
    if (!topic.matches() || !isOurs(Integer.parseInt(topic.group(2)))) {
      return Optional.empty();
    }
    Optional<VictronPath> path = VictronPath.of(topic.group(3));
    if (path.isEmpty()) {
      return Optional.empty();
    }
    requireTheSame(topic.group(1), frame.timeMicros());
    return Optional.of(path.get().read(value(frame.data())));
  }

  /** Until the one that speaks has been silent for as long as its values are believed. */
  private void requireTheSame(String from, long micros) throws FrameException {
    boolean speaks = Math.abs(micros - spokeMicros) <= WorkingState.MAX_AGE_MICROS;
    if (speaks && !service.isEmpty() && !service.equals(shortened(from))) {
      throw new FrameException(
          "two batteries: %s speaks beside %s; name one by the setting instance, and its portal in"
                  .formatted(shortened(from), service)
              + " the topic");
    }
  }

  private static String service(Frame frame) {
    Matcher topic = TOPIC.matcher(frame.topic());
    return topic.matches() ? shortened(topic.group(1)) : "";
  }

  private static String shortened(String from) {
    return from.length() <= MAX_SERVICE ? from : from.substring(from.length() - MAX_SERVICE);
  }

  private boolean isOurs(int number) {
    return instance < 0 || instance == number;
  }

  /** As it is written; empty when the device is gone. */
  private static String value(byte[] payload) throws FrameException {
    if (payload.length > MAX_PAYLOAD) {
      throw new FrameException("payload of more than %d bytes".formatted(MAX_PAYLOAD));
    }
    String text = new String(payload, StandardCharsets.UTF_8).strip();
    if (text.isEmpty()) {
      return "";
    }
    Matcher value = VALUE.matcher(text);
    if (!text.startsWith("{") || !text.endsWith("}") || !value.find()) {
      throw new FrameException("payload is no {\"value\": …}");
    }
    return value.group(1);
  }
}
