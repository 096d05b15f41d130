package ca.edsquebec.trackingbms.connector.foxbms;

import ca.edsquebec.trackingbms.connector.ConnectorSetting;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import java.util.List;

/**
 * What a battery's settings say.
 *
 * @param version10 whether the message map is that of v1.10.0
 * @param sign +1 when the firmware's current is positive for charging, else −1
 * @param strings how many strings the battery has
 * @param cells how many cells, over all strings
 * @param sensors how many temperature sensors, over all strings
 */
record Settings(boolean version10, int sign, int strings, int cells, int sensors) {

  private static final String VERSION_10 = "1.10.0";
  private static final String CHARGE_POSITIVE = "charge-positive";

  /** Defaults: the size that the CAN database foresees; upper limits: what its selectors hold. */
  static final List<ConnectorSetting> DECLARED =
      List.of(
          ConnectorSetting.choice("version", "1.11.0", List.of("1.11.0", VERSION_10)),
          ConnectorSetting.choice(
              "currentSign", "discharge-positive", List.of("discharge-positive", CHARGE_POSITIVE)),
          ConnectorSetting.integer("strings", 1, 1, 16),
          ConnectorSetting.integer("cells", 216, 1, 1024),
          ConnectorSetting.integer("sensors", 180, 1, 1536));

  static Settings of(ConnectorSettings given) {
    return new Settings(
        given.text("version").equals(VERSION_10),
        given.text("currentSign").equals(CHARGE_POSITIVE) ? 1 : -1,
        given.integer("strings"),
        given.integer("cells"),
        given.integer("sensors"));
  }
}
