package ca.edsquebec.trackingbms.connector;

import java.util.List;
import java.util.Map;

/**
 * How a battery is told of by others: the settings of the connector {@value #CONNECTOR}.
 *
 * @param inverted whether current and power are told positive when discharging
 * @param holdSeconds how long a value is believed without being repeated
 */
public record PushSettings(boolean inverted, int holdSeconds) {

  /** The id of the connector that has them. */
  public static final String CONNECTOR = "push";

  private static final String SIGN = "currentSign";
  private static final String HOLD = "holdSeconds";
  private static final String CHARGE = "charge-positive";
  private static final String DISCHARGE = "discharge-positive";

  /** Of a battery that has another connector: nobody has set anything. */
  private static final PushSettings DEFAULT = new PushSettings(false, 900);

  /** What may be set. */
  public static List<ConnectorSetting> declared() {
    return List.of(
        ConnectorSetting.choice(SIGN, CHARGE, List.of(CHARGE, DISCHARGE)),
        ConnectorSetting.integer(HOLD, DEFAULT.holdSeconds, 60, 86_400));
  }

  public static PushSettings of(ConnectorSettings settings) {
    return new PushSettings(settings.text(SIGN).equals(DISCHARGE), settings.integer(HOLD));
  }

  /**
   * Those of a battery with that connector and those settings, with {@link
   * CommonSettings#INVERT_CURRENT}, which for frames is done around the decoder.
   */
  public static PushSettings of(String connectorId, Map<String, String> given) {
    PushSettings own = own(connectorId, given);
    boolean turned = CommonSettings.isInverted(given);
    return new PushSettings(own.inverted != turned, own.holdSeconds);
  }

  private static PushSettings own(String connectorId, Map<String, String> given) {
    return Connectors.withId(connectorId)
        .filter(connector -> connector.id().equals(CONNECTOR))
        .map(connector -> of(ConnectorSettings.of(connector, given)))
        .orElse(DEFAULT);
  }
}
