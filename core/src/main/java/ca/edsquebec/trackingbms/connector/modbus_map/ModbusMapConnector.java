package ca.edsquebec.trackingbms.connector.modbus_map;

import ca.edsquebec.trackingbms.connector.AnswerDecoder;
import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSetting;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.wire.ModbusAnswer;
import com.google.auto.service.AutoService;
import java.util.List;

/**
 * Any battery that is read by Modbus and whose registers have been written down: {@code map} names
 * the table ({@link RegisterMaps}), {@code currentSign} is for sites that wired the sensor the
 * other way round.
 *
 * <p>An answer does not say which registers it holds. They are known from the request beside it,
 * from the frame's variant (the first register, {@code 0x1103}), or, failing both, from the count
 * of registers, which the blocks of a map differ by.
 */
@AutoService(Connector.class)
public final class ModbusMapConnector implements Connector {

  private static final String CHARGE = "charge-positive";
  private static final String DISCHARGE = "discharge-positive";

  @Override
  public String id() {
    return "modbus-map";
  }

  @Override
  public String displayName() {
    return "Modbus (register map)";
  }

  @Override
  public List<ConnectorSetting> settings() {
    return List.of(
        ConnectorSetting.choice("map", RegisterMaps.NAMES.get(0), RegisterMaps.NAMES),
        ConnectorSetting.choice("currentSign", CHARGE, List.of(CHARGE, DISCHARGE)));
  }

  @Override
  public Decoder newDecoder(ConnectorSettings settings) {
    return new AnswerDecoder(
        ModbusAnswer.SHAPE,
        new MappedAnswers(
                RegisterMaps.named(settings.text("map")),
                settings.text("currentSign").equals(DISCHARGE))
            ::read);
  }
}
