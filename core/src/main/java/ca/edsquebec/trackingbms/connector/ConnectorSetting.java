package ca.edsquebec.trackingbms.connector;

import java.util.List;
import java.util.function.Consumer;

/**
 * A setting that a battery's connector takes.
 *
 * @param name lower camel case, such as {@code currentSign}
 * @param kind how its text is read
 * @param choices the allowed texts when {@code kind} is CHOICE, else empty
 * @param defaultValue the text used when it is not given
 * @param min lowest integer when {@code kind} is INTEGER
 * @param max highest integer when {@code kind} is INTEGER, most characters when it is TEXT
 * @param check refuses a text that can't be read, by an {@link IllegalArgumentException} that says
 *     why, when {@code kind} is TEXT
 */
public record ConnectorSetting(
    String name,
    Kind kind,
    List<String> choices,
    String defaultValue,
    int min,
    int max,
    Consumer<String> check) {

  /** How the text of a setting is read. */
  public enum Kind {
    INTEGER,
    CHOICE,
    /** Lines of the connector's own. */
    TEXT
  }

  public static ConnectorSetting integer(String name, int defaultValue, int min, int max) {
    return new ConnectorSetting(
        name, Kind.INTEGER, List.of(), Integer.toString(defaultValue), min, max, text -> {});
  }

  public static ConnectorSetting choice(String name, String defaultValue, List<String> choices) {
    return new ConnectorSetting(
        name, Kind.CHOICE, List.copyOf(choices), defaultValue, 0, 0, text -> {});
  }

  public static ConnectorSetting text(
      String name, String defaultValue, int max, Consumer<String> check) {
    return new ConnectorSetting(name, Kind.TEXT, List.of(), defaultValue, 0, max, check);
  }
}
