package ca.edsquebec.trackingbms.web.connect;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSetting;
import ca.edsquebec.trackingbms.connector.Connectors;
import ca.edsquebec.trackingbms.connector.PushSettings;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.web.page.Texts;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What can be done where a pack's voltage is read in a wrong scale. */
final class Scale {

  private static final String DBC = "dbc";

  private Scale() {}

  /**
   * The settings with which it would be right.
   *
   * @param given a battery's settings
   * @param factor by which the voltage is too large
   * @return empty when none of them does that
   */
  static Optional<Map<String, String>> corrected(
      String connectorId, Map<String, String> given, double factor) {
    return Connectors.withId(connectorId).flatMap(connector -> connector.rescaled(given, factor));
  }

  /** As above, of that battery. */
  static Optional<Map<String, String>> corrected(Battery battery, double factor) {
    return corrected(battery.connectorId(), battery.connectorSettings(), factor);
  }

  /** As above, in words; or else what is to be done elsewhere. */
  static String advice(Battery battery, double factor, Texts texts) {
    Optional<Map<String, String>> corrected = corrected(battery, factor);
    if (corrected.isPresent()) {
      return texts.of("scale.setting", changes(battery, corrected.get()));
    }
    return switch (battery.connectorId()) {
      case PushSettings.CONNECTOR -> texts.of("scale.push");
      case DBC -> texts.of("scale.dbc");
      default -> elsewhere(battery, texts);
    };
  }

  private static String changes(Battery battery, Map<String, String> corrected) {
    Map<String, String> changed = new TreeMap<>(corrected);
    changed.entrySet().removeAll(battery.connectorSettings().entrySet());
    return changed.entrySet().stream()
        .map(one -> one.getKey() + "=" + one.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String elsewhere(Battery battery, Texts texts) {
    Optional<Connector> connector = Connectors.withId(battery.connectorId());
    String settings =
        connector.stream()
            .flatMap(one -> one.settings().stream())
            .map(ConnectorSetting::name)
            .collect(Collectors.joining(", "));
    String name = connector.map(Connector::displayName).orElse(battery.connectorId());
    return settings.isEmpty()
        ? texts.of("scale.no-settings", name)
        : texts.of("scale.other-settings", name, settings);
  }
}
