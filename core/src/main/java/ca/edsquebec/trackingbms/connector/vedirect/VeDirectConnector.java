package ca.edsquebec.trackingbms.connector.vedirect;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSetting;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Delivers;
import ca.edsquebec.trackingbms.connector.Framing;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;

/**
 * Victron battery monitors and shunts on VE.Direct, text protocol. Blocks may come whole or line by
 * line.
 */
@AutoService(Connector.class)
public final class VeDirectConnector implements Connector {

  @Override
  public String id() {
    return "vedirect";
  }

  @Override
  public String displayName() {
    return "Victron VE.Direct";
  }

  @Override
  public List<ConnectorSetting> settings() {
    return List.of();
  }

  @Override
  public Decoder newDecoder(ConnectorSettings settings) {
    return new VeDirectDecoder();
  }

  @Override
  public Optional<Delivers> delivers() {
    return Optional.of(VeDirectDelivers.ALL);
  }

  @Override
  public Optional<Framing> framing(ConnectorSettings settings) {
    return Optional.of(VeDirectText.BLOCKS);
  }
}
