package ca.edsquebec.trackingbms.jobs.forward.source;

import ca.edsquebec.trackingbms.platform.InvalidException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where messages are published: {@code mqtt://broker:1883/N/+/battery/#}, {@code mqtts://} with
 * TLS.
 *
 * @param topic a filter, with + and # as MQTT has them
 */
public record MqttAddress(boolean encrypted, String host, int port, String topic) {

  private static final int PLAIN_PORT = 1883;
  private static final int TLS_PORT = 8883;

  /** Not a URI: # is the end of a filter and no fragment. */
  private static final Pattern FORM =
      Pattern.compile("(mqtts?)://([^/:@\\s]+|\\[[0-9A-Fa-f:]+])(?::(\\d{1,5}))?/(\\S+)");

  /** Whether it is meant to be one. */
  public static boolean recognises(String text) {
    return text.startsWith("mqtt://") || text.startsWith("mqtts://");
  }

  /**
   * @throws InvalidException telling what such an address looks like
   */
  public static MqttAddress parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new InvalidException(
          "from",
          "such a source looks like mqtt://broker:1883/topic/#, without name and password (those are"
              + " TBMS_MQTT_USER and TBMS_MQTT_PASSWORD)");
    }
    boolean encrypted = form.group(1).equals("mqtts");
    int usual = encrypted ? TLS_PORT : PLAIN_PORT;
    int port = form.group(3) == null ? usual : Integer.parseInt(form.group(3));
    return new MqttAddress(encrypted, form.group(2), port, form.group(4));
  }

  /** As the client library wants it. */
  String server() {
    return "%s://%s:%d".formatted(encrypted ? "ssl" : "tcp", host, port);
  }
}
