package ca.edsquebec.trackingbms.connector.can35x;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSetting;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Medium;
import com.google.auto.service.AutoService;
import java.util.List;

/**
 * The messages 0x351 to 0x379 by which batteries talk to inverters: Pylontech, Victron, SMA, BYD,
 * REC, Discover, Orion, Deye, and JK and Seplos when they are set to it.
 *
 * <p>{@code voltageScale} is the step of the voltage in 0x356, in volts; all but Discover have
 * 0.01. Left alone, it is told by the limit of charge, or by the size of the number.
 */
@AutoService(Connector.class)
public final class Can35xConnector implements Connector {

  @Override
  public String id() {
    return "can35x";
  }

  @Override
  public String displayName() {
    return "CAN 0x35x";
  }

  @Override
  public Medium medium(ConnectorSettings settings) {
    return Medium.CAN;
  }

  @Override
  public List<ConnectorSetting> settings() {
    return List.of(
        ConnectorSetting.choice(
            "voltageScale", Can35xVoltage.AUTO, List.of(Can35xVoltage.AUTO, "0.01", "0.1")));
  }

  @Override
  public Decoder newDecoder(ConnectorSettings settings) {
    return new Can35xDecoder(settings.text("voltageScale"));
  }
}
