package ca.edsquebec.trackingbms.connector.daly;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSetting;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Delivers;
import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.connector.Framing;
import ca.edsquebec.trackingbms.connector.Medium;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;

/**
 * Daly, in both of its languages, told apart by how they begin: A5 and Modbus. In A5 a current
 * above 30000 discharges, in Modbus it charges. {@code asked} says in which one a battery is asked;
 * answers are read in all.
 */
@AutoService(Connector.class)
public final class DalyConnector implements Connector {

  @Override
  public String id() {
    return "daly";
  }

  @Override
  public String displayName() {
    return "Daly";
  }

  @Override
  public List<ConnectorSetting> settings() {
    return List.of(ConnectorSetting.choice("asked", DalyRequests.A5, DalyRequests.CHOICES));
  }

  @Override
  public Decoder newDecoder(ConnectorSettings settings) {
    return new DalyDecoder();
  }

  @Override
  public Optional<Delivers> delivers() {
    return Optional.of(DalyDelivers.ALL);
  }

  @Override
  public Medium medium(ConnectorSettings settings) {
    return DalyRequests.named(settings.text("asked")).medium();
  }

  @Override
  public Optional<Framing> framing(ConnectorSettings settings) {
    return Optional.of(DalyRequests.named(settings.text("asked")).framing());
  }

  @Override
  public Optional<Dialogue> newDialogue(ConnectorSettings settings) {
    return Optional.of(DalyRequests.named(settings.text("asked")).dialogue());
  }
}
