package ca.edsquebec.trackingbms.connector.pace;

import ca.edsquebec.trackingbms.connector.AsciiHexLine;
import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSetting;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Delivers;
import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.connector.Framing;
import ca.edsquebec.trackingbms.connector.StackDecoder;
import ca.edsquebec.trackingbms.connector.wire.AsciiHex;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;

/**
 * PACE, also sold as Jakiper, Gobel Power, Hubble and EASUN, protocol 25; packs in parallel are one
 * battery. {@code modules} is how many it has: currents and charges are not told before all of them
 * have been heard; 0 adds up those that are.
 *
 * <p>The current's sign is that of the wire. No capture of a charging pack was to be had, so that +
 * is charging is taken from the family's other protocols and not seen.
 */
@AutoService(Connector.class)
public final class PaceConnector implements Connector {

  @Override
  public String id() {
    return "pace";
  }

  @Override
  public String displayName() {
    return "PACE";
  }

  @Override
  public List<ConnectorSetting> settings() {
    return List.of(ConnectorSetting.integer("modules", 0, 0, 32));
  }

  @Override
  public Decoder newDecoder(ConnectorSettings settings) {
    return new StackDecoder(AsciiHex.SHAPE, PaceAnswers::read, settings.integer("modules"));
  }

  @Override
  public Optional<Delivers> delivers() {
    return Optional.of(PaceDelivers.ALL);
  }

  @Override
  public Optional<Framing> framing(ConnectorSettings settings) {
    return Optional.of(AsciiHexLine.ANSWERS);
  }

  @Override
  public Optional<Dialogue> newDialogue(ConnectorSettings settings) {
    return Optional.of(AsciiHexLine.dialogue(PaceRequests.polls(settings.integer("modules"))));
  }
}
