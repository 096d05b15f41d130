package ca.edsquebec.trackingbms.connector.push;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSetting;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Decoder;
import com.google.auto.service.AutoService;
import java.util.List;

/**
 * A battery that others read and send on, under names of theirs: Home Assistant, Telegraf, batmon,
 * a script. A frame is a line of InfluxDB's line protocol; over HTTP other forms are understood,
 * too, with the same settings.
 *
 * <p>{@code currentSign}: batmon counts what is drawn as positive unless told otherwise. {@code
 * holdSeconds}: how long a value is believed without being repeated, since many send only what
 * changes.
 */
@AutoService(Connector.class)
public final class PushConnector implements Connector {

  /** Its id, for whoever asks for its settings. */
  public static final String ID = "push";

  private static final String CHARGE = "charge-positive";
  private static final String DISCHARGE = "discharge-positive";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String displayName() {
    return "Push (InfluxDB, emoncms, ThingsBoard)";
  }

  @Override
  public List<ConnectorSetting> settings() {
    return List.of(
        ConnectorSetting.choice("currentSign", CHARGE, List.of(CHARGE, DISCHARGE)),
        ConnectorSetting.integer("holdSeconds", 900, 60, 86_400));
  }

  @Override
  public Decoder newDecoder(ConnectorSettings settings) {
    return new PushDecoder(isInverted(settings));
  }

  /** Whether the sender tells current and power positive when discharging. */
  public static boolean isInverted(ConnectorSettings settings) {
    return settings.text("currentSign").equals(DISCHARGE);
  }

  /** How long a value is believed, in seconds. */
  public static int holdSeconds(ConnectorSettings settings) {
    return settings.integer("holdSeconds");
  }
}
