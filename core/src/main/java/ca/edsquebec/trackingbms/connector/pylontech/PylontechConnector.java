package ca.edsquebec.trackingbms.connector.pylontech;

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
 * Pylontech low-voltage modules on RS485; a stack of them is one battery. {@code modules} is how
 * many it has: currents and charges are not told before all of them have been heard; 0 adds up
 * those that are.
 */
@AutoService(Connector.class)
public final class PylontechConnector implements Connector {

  @Override
  public String id() {
    return "pylontech";
  }

  @Override
  public String displayName() {
    return "Pylontech RS485";
  }

  @Override
  public List<ConnectorSetting> settings() {
    return List.of(ConnectorSetting.integer("modules", 0, 0, 32));
  }

  @Override
  public Decoder newDecoder(ConnectorSettings settings) {
    return new StackDecoder(AsciiHex.SHAPE, PylontechAnswers::read, settings.integer("modules"));
  }

  @Override
  public Optional<Delivers> delivers() {
    return Optional.of(PylontechDelivers.ALL);
  }

  @Override
  public Optional<Framing> framing(ConnectorSettings settings) {
    return Optional.of(AsciiHexLine.ANSWERS);
  }

  @Override
  public Optional<Dialogue> newDialogue(ConnectorSettings settings) {
    return Optional.of(
        AsciiHexLine.dialogue(
            PylontechRequests.polls(settings.integer("modules")), PylontechAnswers::canAnswer));
  }
}
