package ca.edsquebec.trackingbms.connector.jk;

import ca.edsquebec.trackingbms.connector.AnswerDecoder;
import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSetting;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Decoder;
import com.google.auto.service.AutoService;
import java.util.List;

/**
 * JK (Jikong), in both of its languages, told apart by how they begin.
 *
 * <p>{@code layout} says which of two layouts the live record has; left alone, it is found by which
 * of the two makes the cells add up to the pack.
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
    return List.of(ConnectorSetting.choice("layout", JkLayout.AUTO, JkLayout.CHOICES));
  }

  @Override
  public Decoder newDecoder(ConnectorSettings settings) {
    return new AnswerDecoder(JkTelegram.SHAPE, new JkAnswers(settings.text("layout"))::read);
  }
}
