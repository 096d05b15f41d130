package ca.edsquebec.trackingbms.connector.victron_mqtt;

import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code N/<portal>/battery/<instance>/<path>} with {@code {"value": …}}: null is unknown, and an
 * empty payload says that the device is gone. Nothing is remembered: the messages are merged where
 * those of a CAN bus are.
 */
final class VictronMqttDecoder implements Decoder {

  private static final int MAX_PAYLOAD = 4096;
  private static final Pattern TOPIC = Pattern.compile("N/[^/]+/battery/(\\d{1,9})/(.+)");
  private static final Pattern VALUE =
      Pattern.compile(
          "\"value\"\\s*:\\s*(null|true|false|-?\\d{1,15}(?:\\.\\d{1,18})?(?:[eE][+-]?\\d{1,2})?"
              + "|\"[^\"\\\\]*+\")\\s*[,}]");

  private final int instance;

  /**
   * @param instance the only one that is listened to; −1 for all
   */
  VictronMqttDecoder(int instance) {
    this.instance = instance;
  }

  @Override
  public Decoder copy() {
    return this;
  }

  @Override
  public Optional<List<Reading>> decode(Frame frame) throws FrameException {
    return read(frame).map(Decoded::readings);
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
    if (!topic.matches() || !isOurs(Integer.parseInt(topic.group(1)))) {
      return Optional.empty();
    }
    Optional<VictronPath> path = VictronPath.of(topic.group(2));
    if (path.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(path.get().read(value(frame.data())));
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
