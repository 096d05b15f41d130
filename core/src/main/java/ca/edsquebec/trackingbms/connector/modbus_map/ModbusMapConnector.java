package ca.edsquebec.trackingbms.connector.modbus_map;

import ca.edsquebec.trackingbms.connector.AnswerDecoder;
import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSetting;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.connector.Framing;
import ca.edsquebec.trackingbms.connector.Medium;
import ca.edsquebec.trackingbms.connector.ModbusLine;
import ca.edsquebec.trackingbms.connector.Poll;
import ca.edsquebec.trackingbms.connector.wire.ModbusAnswer;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;

/**
 * Any battery that is read by Modbus and whose registers have been written down: {@code map} names
 * the table ({@link RegisterMaps}), {@code currentSign} is for sites that wired the sensor the
 * other way round, {@code unit} is the address that is asked; answers are read whatever theirs is.
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
  public Medium medium(ConnectorSettings settings) {
    return Medium.MODBUS;
  }

  @Override
  public List<ConnectorSetting> settings() {
    return List.of(
        ConnectorSetting.choice("map", RegisterMaps.NAMES.get(0), RegisterMaps.NAMES),
        ConnectorSetting.choice("currentSign", CHARGE, List.of(CHARGE, DISCHARGE)),
        ConnectorSetting.integer("unit", 1, 1, 247));
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

  @Override
  public Optional<Framing> framing(ConnectorSettings settings) {
    return Optional.of(ModbusLine.ANSWERS);
  }

  @Override
  public Optional<Dialogue> newDialogue(ConnectorSettings settings) {
    int unit = settings.integer("unit");
    List<Poll> polls =
        RegisterMaps.named(settings.text("map")).blocks().stream()
            .map(block -> ModbusLine.read(unit, block.function(), block.first(), block.count()))
            .map(request -> new Poll(request, Poll.OFTEN))
            .toList();
    return Optional.of(ModbusLine.dialogue(polls));
  }
}
