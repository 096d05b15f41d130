package ca.edsquebec.trackingbms.connector.push;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSetting;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.PushSettings;
import com.google.auto.service.AutoService;
import java.util.List;

/**
 * A battery that others read and send on, under names of theirs: Home Assistant, Telegraf, batmon,
 * a script. A frame is a line of InfluxDB's line protocol; over HTTP other forms are understood,
 * too, with the same settings.
 *
 * <p>{@code currentSign}: batmon counts what is drawn as positive unless told otherwise. {@code
 * holdSeconds}: how long a value is believed without being repeated, since many send only what
 * changes; of frames a minute, as with every device.
 */
@AutoService(Connector.class)
public final class PushConnector implements Connector {

  @Override
  public String id() {
    return PushSettings.CONNECTOR;
  }

  @Override
  public String displayName() {
    return "Push (InfluxDB, emoncms, ThingsBoard)";
  }

  @Override
  public List<ConnectorSetting> settings() {
    return PushSettings.declared();
  }

  @Override
  public Decoder newDecoder(ConnectorSettings settings) {
    return new PushDecoder(PushSettings.of(settings).inverted());
  }
}
