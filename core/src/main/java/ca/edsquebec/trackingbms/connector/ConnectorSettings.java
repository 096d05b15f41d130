package ca.edsquebec.trackingbms.connector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checked settings of one battery's connector: every known name has a value of the right form.
 * Immutable.
 */
public final class ConnectorSettings {

  private final Map<String, String> values;

  private ConnectorSettings(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Checks what was given against what the connector takes and fills in the defaults.
   *
   * @throws IllegalArgumentException naming the setting, the offending text and what is allowed
   */
  public static ConnectorSettings of(Connector connector, Map<String, String> given) {
    Map<String, String> checked = new LinkedHashMap<>();
    for (List<ConnectorSetting> some : List.of(connector.settings(), CommonSettings.declared())) {
      for (ConnectorSetting setting : some) {
        String text = given.getOrDefault(setting.name(), setting.defaultValue());
        check(connector.id(), setting, text);
        checked.put(setting.name(), text);
      }
    }
    for (String name : given.keySet()) {
      if (!checked.containsKey(name)) {
        throw new IllegalArgumentException(
            "connector %s has no setting \"%s\"; it has %s"
                .formatted(connector.id(), name, checked.keySet()));
      }
    }
    return new ConnectorSettings(Map.copyOf(checked));
  }

  public String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no setting \"" + name + "\" was declared");
    }
    return value;
  }

  /** Whether current and power are to be turned; {@link CommonSettings} does that. */
  public boolean isCurrentInverted() {
    return text(CommonSettings.INVERT_CURRENT).equals(CommonSettings.YES);
  }

  public int integer(String name) {
    return Integer.parseInt(text(name));
  }

  private static void check(String connector, ConnectorSetting setting, String text) {
    if (setting.kind() == ConnectorSetting.Kind.TEXT) {
      checkLines(connector, setting, text);
      return;
    }
    boolean ok =
        setting.kind() == ConnectorSetting.Kind.CHOICE
            ? setting.choices().contains(text)
            : isInteger(text, setting.min(), setting.max());
    if (!ok) {
      throw new IllegalArgumentException(
          "setting %s of connector %s is \"%s\"; allowed: %s"
              .formatted(setting.name(), connector, text, allowed(setting)));
    }
  }

  private static void checkLines(String connector, ConnectorSetting setting, String text) {
    try {
      if (text.length() > setting.max()) {
        throw new IllegalArgumentException(
            "%,d characters, %,d at most".formatted(text.length(), setting.max()));
      }
      setting.check().accept(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "setting %s of connector %s: %s".formatted(setting.name(), connector, e.getMessage()), e);
    }
  }

  private static boolean isInteger(String text, int min, int max) {
    if (!text.matches("-?\\d{1,9}")) {
      return false;
    }
    int value = Integer.parseInt(text);
    return value >= min && value <= max;
  }

  private static String allowed(ConnectorSetting setting) {
    List<String> choices = setting.choices();
    return choices.isEmpty()
        ? "a whole number from %d to %d".formatted(setting.min(), setting.max())
        : String.join(", ", choices);
  }
}
