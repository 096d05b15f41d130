package ca.edsquebec.trackingbms.connector.greenbms;

import ca.edsquebec.trackingbms.connector.BlindBand;
import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSetting;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Delivers;
import ca.edsquebec.trackingbms.connector.Delivers.Part;
import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.connector.Framing;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.Metric;
import com.google.auto.service.AutoService;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Green-BMS SmartBMS.
 *
 * <p>{@code cells} is the battery's number of cells or more; lines about others are refused. {@code
 * overviewSeconds} is how long the pack is watched between two looks at the cells. {@code cellPage}
 * {@code never} leaves them out: while that page is open, the calibration buttons on the cell
 * boards work.
 *
 * <p>Currents from −5 A to +3 A are told as 0, and the charge is counted from them.
 */
@AutoService(Connector.class)
public final class GreenBmsConnector implements Connector {

  private static final long SECOND = 1_000_000;
  private static final String NEVER = "never";

  private static final Delivers DELIVERS =
      new Delivers(
          EnumSet.of(
              Metric.PACK_VOLTAGE,
              Metric.CURRENT,
              Metric.SOC,
              Metric.CELL_VOLTAGE_MIN,
              Metric.CELL_VOLTAGE_MAX),
          Delivers.partsBut(Part.CHARGE_ALLOWED, Part.DISCHARGE_ALLOWED),
          EnumSet.of(
              AlarmCode.CELL_OVERVOLTAGE,
              AlarmCode.CELL_UNDERVOLTAGE,
              AlarmCode.CELL_FAILURE,
              AlarmCode.CHARGE_OVERTEMPERATURE,
              AlarmCode.INTERNAL_OVERTEMPERATURE,
              AlarmCode.UNSPECIFIED),
          resistorTemperatures(),
          EnumSet.of(Metric.CURRENT, Metric.SOC),
          Map.of(Metric.CURRENT, new BlindBand(-5, 3)));

  private static Set<String> resistorTemperatures() {
    return IntStream.rangeClosed(1, CellPage.MAX_CELLS)
        .mapToObj(cell -> "resistorTemperature" + cell)
        .collect(Collectors.toSet());
  }

  @Override
  public String id() {
    return "greenbms";
  }

  @Override
  public String displayName() {
    return "Green-BMS SmartBMS";
  }

  @Override
  public List<ConnectorSetting> settings() {
    return List.of(
        ConnectorSetting.integer("cells", CellPage.MAX_CELLS, 1, CellPage.MAX_CELLS),
        ConnectorSetting.integer("overviewSeconds", 20, 2, 50),
        ConnectorSetting.choice("cellPage", "visit", List.of("visit", NEVER)));
  }

  @Override
  public Decoder newDecoder(ConnectorSettings settings) {
    return new GreenBmsDecoder(settings.integer("cells"));
  }

  @Override
  public Optional<Delivers> delivers() {
    return Optional.of(DELIVERS);
  }

  @Override
  public Optional<Framing> framing(ConnectorSettings settings) {
    return Optional.of(PagesDialogue.LINES);
  }

  @Override
  public Optional<Dialogue> newDialogue(ConnectorSettings settings) {
    boolean visits = !settings.text("cellPage").equals(NEVER);
    return Optional.of(new PagesDialogue(settings.integer("overviewSeconds") * SECOND, visits));
  }

  @Override
  public byte[] withoutSecrets(byte[] data) {
    return Secrets.blotted(new String(data, StandardCharsets.ISO_8859_1))
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
