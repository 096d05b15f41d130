package ca.edsquebec.trackingbms.connector.daly;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSetting;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Decoder;
import com.google.auto.service.AutoService;
import java.util.List;

/**
 * Daly, in both of its languages, told apart by how they begin: A5 and Modbus. In A5 a current
 * above 30000 discharges, in Modbus it charges.
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
    return List.of();
  }

  @Override
  public Decoder newDecoder(ConnectorSettings settings) {
    return new DalyDecoder();
  }
}
