package ca.edsquebec.trackingbms.connector.jk;

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
 * JK (Jikong), in both of its languages, told apart by how they begin.
 *
 * <p>{@code layout} says which of two layouts the live record has; left alone, it is found by which
 * of the two makes the cells add up to the pack. {@code asked} says in which language a battery is
 * asked, {@code unit} which address on RS485; a record does not tell whose it is, so that one line
 * is for one battery.
 */
@AutoService(Connector.class)
public final class JkConnector implements Connector {

  @Override
  public String id() {
    return "jk";
  }

  @Override
  public String displayName() {
    return "JK BMS";
  }

  @Override
  public List<ConnectorSetting> settings() {
    return List.of(
        ConnectorSetting.choice("layout", JkLayout.AUTO, JkLayout.CHOICES),
        ConnectorSetting.choice("asked", JkRequests.TAGGED, JkRequests.CHOICES),
        ConnectorSetting.integer("unit", 1, 1, 15));
  }

  @Override
  public Decoder newDecoder(ConnectorSettings settings) {
    return new AnswerDecoder(JkTelegram.SHAPE, new JkAnswers(settings.text("layout"))::read);
  }

  @Override
  public Optional<Delivers> delivers() {
    return Optional.of(JkDelivers.ALL);
  }

  @Override
  public Optional<Framing> framing(ConnectorSettings settings) {
    return Optional.of(JkRequests.ANSWERS);
  }

  @Override
  public Optional<Dialogue> newDialogue(ConnectorSettings settings) {
    return Optional.of(JkRequests.dialogue(settings));
  }

  @Override
  public byte[] withoutSecrets(byte[] data) {
    return JkSecrets.blotted(data);
  }
}
