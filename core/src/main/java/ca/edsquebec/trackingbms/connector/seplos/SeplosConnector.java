package ca.edsquebec.trackingbms.connector.seplos;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSetting;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Delivers;
import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.connector.Framing;
import ca.edsquebec.trackingbms.connector.Medium;
import ca.edsquebec.trackingbms.connector.StackDecoder;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;

/**
 * Seplos V2, as text on RS485 and in bytes on Bluetooth, and V3, Modbus; told apart by how they
 * begin. Packs in parallel are one battery; {@code modules} is how many it has: currents and
 * charges are not told before all of them have been heard; 0 adds up those that are.
 *
 * <p>{@code asked} is the version of a pack that is asked; without {@code modules}, one is.
 */
@AutoService(Connector.class)
public final class SeplosConnector implements Connector {

  @Override
  public String id() {
    return "seplos";
  }

  @Override
  public String displayName() {
    return "Seplos";
  }

  @Override
  public List<ConnectorSetting> settings() {
    return List.of(
        ConnectorSetting.integer("modules", 0, 0, 32),
        ConnectorSetting.choice("asked", SeplosRequests.V2, SeplosRequests.CHOICES));
  }

  @Override
  public Decoder newDecoder(ConnectorSettings settings) {
    return new StackDecoder(SeplosTelegram.SHAPE, SeplosAnswers::read, settings.integer("modules"));
  }

  @Override
  public Optional<Delivers> delivers() {
    return Optional.of(SeplosDelivers.ALL);
  }

  @Override
  public Medium medium(ConnectorSettings settings) {
    return SeplosRequests.of(settings).medium();
  }

  @Override
  public Optional<Framing> framing(ConnectorSettings settings) {
    return Optional.of(SeplosRequests.of(settings).framing());
  }

  @Override
  public Optional<Dialogue> newDialogue(ConnectorSettings settings) {
    return Optional.of(SeplosRequests.of(settings).dialogue());
  }
}
