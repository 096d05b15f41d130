package ca.edsquebec.trackingbms.connector.can35x;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSetting;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Delivers;
import ca.edsquebec.trackingbms.connector.Medium;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The messages 0x351 to 0x379 by which batteries talk to inverters: Pylontech, Victron, SMA, BYD,
 * REC, Discover, Orion, Deye, and JK and Seplos when they are set to it.
 *
 * <p>{@code voltageScale} is the step of the voltage in 0x356, in volts; all but Discover have
 * 0.01. Left alone, it is told by the limit of charge, or by the size of the number.
 */
@AutoService(Connector.class)
public final class Can35xConnector implements Connector {

  private static final String SCALE = "voltageScale";

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
            SCALE,
            Can35xVoltage.AUTO,
            List.of(Can35xVoltage.AUTO, Can35xVoltage.HUNDREDTHS, Can35xVoltage.TENTHS)));
  }

  @Override
  public Optional<Map<String, String>> rescaled(Map<String, String> given, double factor) {
    String wanted =
        factor == 10 ? Can35xVoltage.HUNDREDTHS : factor == 0.1 ? Can35xVoltage.TENTHS : "";
    if (wanted.isEmpty() || wanted.equals(given.get(SCALE))) {
      return Optional.empty();
    }
    Map<String, String> changed = new TreeMap<>(given);
    changed.put(SCALE, wanted);
    return Optional.of(changed);
  }

  @Override
  public Decoder newDecoder(ConnectorSettings settings) {
    return new Can35xDecoder(settings.text(SCALE));
  }

  @Override
  public Optional<Delivers> delivers() {
    return Optional.of(Can35xDelivers.ALL);
  }
}
