package ca.edsquebec.trackingbms.connector;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What may be set of a battery whatever its connector is; applied where its frames are decoded. */
public final class CommonSettings {

  /**
   * {@code yes} turns the signs of current and power, on top of what the connector makes of them.
   */
  public static final String INVERT_CURRENT = "invertCurrent";

  static final String YES = "yes";
  static final String NO = "no";

  private static final List<ConnectorSetting> DECLARED =
      List.of(ConnectorSetting.choice(INVERT_CURRENT, NO, List.of(NO, YES)));

  private CommonSettings() {}

  static List<ConnectorSetting> declared() {
    return DECLARED;
  }

  /** Whether settings as given say so. */
  public static boolean isInverted(Map<String, String> given) {
    return YES.equals(given.get(INVERT_CURRENT));
  }

  /** The same settings, with the signs turned or not. */
  public static Map<String, String> withInverted(Map<String, String> given, boolean inverted) {
    Map<String, String> changed = new TreeMap<>(given);
    changed.put(INVERT_CURRENT, inverted ? YES : NO);
    return changed;
  }

  /** A new decoder of that connector that does what these settings say. */
  public static Decoder decoder(Connector connector, ConnectorSettings settings) {
    Decoder decoder = connector.newDecoder(settings);
    return settings.isCurrentInverted() ? new TurnedDecoder(decoder) : decoder;
  }
}
