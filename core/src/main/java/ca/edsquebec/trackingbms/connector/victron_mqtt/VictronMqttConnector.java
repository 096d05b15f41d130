package ca.edsquebec.trackingbms.connector.victron_mqtt;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSetting;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Delivers;
import ca.edsquebec.trackingbms.connector.Medium;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;

/**
 * What a Victron GX device publishes of its batteries: a path a message. {@code instance} is the
 * number of the battery's service in the topic; −1 takes the one that speaks, and refuses others
 * that speak beside it.
 */
@AutoService(Connector.class)
public final class VictronMqttConnector implements Connector {

  @Override
  public String id() {
    return "victron-mqtt";
  }

  @Override
  public String displayName() {
    return "Victron Venus (MQTT)";
  }

  @Override
  public Medium medium(ConnectorSettings settings) {
    return Medium.TOPICS;
  }

  @Override
  public List<ConnectorSetting> settings() {
    return List.of(ConnectorSetting.integer("instance", -1, -1, 65_535));
  }

  @Override
  public Decoder newDecoder(ConnectorSettings settings) {
    return new VictronMqttDecoder(settings.integer("instance"));
  }

  @Override
  public Optional<Delivers> delivers() {
    return Optional.of(VictronMqttDelivers.ALL);
  }
}
