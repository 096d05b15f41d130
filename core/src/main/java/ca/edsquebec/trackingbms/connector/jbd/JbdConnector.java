package ca.edsquebec.trackingbms.connector.jbd;

import ca.edsquebec.trackingbms.connector.AnswerDecoder;
import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSetting;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Delivers;
import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.connector.Framing;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;

/**
 * JBD, also sold as LLT, Xiaoxiang and Overkill Solar, on a serial line or Bluetooth. It has
 * nothing to set: an answer says which question it answers.
 */
@AutoService(Connector.class)
public final class JbdConnector implements Connector {

  @Override
  public String id() {
    return "jbd";
  }

  @Override
  public String displayName() {
    return "JBD";
  }

  @Override
  public List<ConnectorSetting> settings() {
    return List.of();
  }

  @Override
  public Decoder newDecoder(ConnectorSettings settings) {
    return new AnswerDecoder(JbdTelegram.SHAPE, JbdAnswers::read);
  }

  @Override
  public Optional<Delivers> delivers() {
    return Optional.of(JbdDelivers.ALL);
  }

  @Override
  public Optional<Framing> framing(ConnectorSettings settings) {
    return Optional.of(JbdRequests.ANSWERS);
  }

  @Override
  public Optional<Dialogue> newDialogue(ConnectorSettings settings) {
    return Optional.of(JbdRequests.dialogue());
  }
}
