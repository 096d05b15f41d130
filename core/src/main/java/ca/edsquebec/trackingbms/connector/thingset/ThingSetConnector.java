package ca.edsquebec.trackingbms.connector.thingset;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSetting;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Delivers;
import ca.edsquebec.trackingbms.connector.Delivers.Part;
import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.connector.Framing;
import ca.edsquebec.trackingbms.connector.Poll;
import ca.edsquebec.trackingbms.connector.Polling;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.Metric;
import com.google.auto.service.AutoService;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Libre Solar BMS over ThingSet.
 *
 * <p>{@code mode} is what a connection to ask on speaks; what is decoded is recognised by itself.
 * {@code cells} is how many the battery has, 0 for as many as the BMS shows.
 */
@AutoService(Connector.class)
public final class ThingSetConnector implements Connector {

  private static final String BINARY = "binary";
  private static final long SECOND = 1_000_000;
  private static final int MEAS = 0x07;
  private static final int NODE_ID = 0x1D;

  private static final Delivers DELIVERS =
      Delivers.measured(
          EnumSet.of(
              Metric.PACK_VOLTAGE,
              Metric.CURRENT,
              Metric.SOC,
              Metric.CELL_VOLTAGE_MIN,
              Metric.CELL_VOLTAGE_MAX,
              Metric.CELL_VOLTAGE_AVG,
              Metric.TEMPERATURE_AVG,
              Metric.MOSFET_TEMPERATURE),
          Delivers.partsBut(Part.STATE),
          EnumSet.of(
              AlarmCode.CELL_UNDERVOLTAGE,
              AlarmCode.CELL_OVERVOLTAGE,
              AlarmCode.SHORT_CIRCUIT,
              AlarmCode.DISCHARGE_OVERCURRENT,
              AlarmCode.CHARGE_OVERCURRENT,
              AlarmCode.OPEN_WIRE,
              AlarmCode.DISCHARGE_UNDERTEMPERATURE,
              AlarmCode.DISCHARGE_OVERTEMPERATURE,
              AlarmCode.CHARGE_UNDERTEMPERATURE,
              AlarmCode.CHARGE_OVERTEMPERATURE,
              AlarmCode.INTERNAL_OVERTEMPERATURE,
              AlarmCode.CELL_FAILURE,
              AlarmCode.CONTACTOR_FAULT,
              AlarmCode.CELL_COUNT_MISMATCH,
              AlarmCode.OTHER),
          Set.of("terminalVoltage", "icTemperature", "bmsState"));

  @Override
  public String id() {
    return "thingset";
  }

  @Override
  public String displayName() {
    return "Libre Solar (ThingSet)";
  }

  @Override
  public List<ConnectorSetting> settings() {
    return List.of(
        ConnectorSetting.choice("mode", "text", List.of("text", BINARY)),
        ConnectorSetting.integer("cells", 0, 0, Cells.MAX));
  }

  @Override
  public Decoder newDecoder(ConnectorSettings settings) {
    return new ThingSetDecoder(settings.integer("cells"));
  }

  @Override
  public Optional<Delivers> delivers() {
    return Optional.of(DELIVERS);
  }

  @Override
  public Optional<Framing> framing(ConnectorSettings settings) {
    return Optional.of(isBinary(settings) ? new BinaryMode() : TextDialogue.LINES);
  }

  @Override
  public Optional<Dialogue> newDialogue(ConnectorSettings settings) {
    return Optional.of(isBinary(settings) ? binary() : new TextDialogue());
  }

  private static boolean isBinary(ConnectorSettings settings) {
    return settings.text("mode").equals(BINARY);
  }

  private static Dialogue binary() {
    List<Poll> polls =
        List.of(
            new Poll(ReadRequest.get(NODE_ID).bytes(), 0),
            new Poll(ReadRequest.get(MEAS).bytes(), 2 * SECOND));
    return new Polling(
        polls,
        new BinaryMode(),
        (request, answer) -> !BinaryMode.isReport(answer[0]),
        2 * SECOND,
        SECOND / 10);
  }
}
