package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.connector.Capture;
import ca.edsquebec.trackingbms.connector.Captured;
import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Connectors;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.Snapshots;
import ca.edsquebec.trackingbms.connector.Tally;
import ca.edsquebec.trackingbms.connector.VectorFiles;
import ca.edsquebec.trackingbms.connector.WorkingState;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** What batteries really said, as samples in order of time. */
public final class RecordedSessions {

  /** The sessions without a date begin here. */
  private static final long START = 1_767_225_600_000L;

  private RecordedSessions() {}

  /** As the portal would store it. */
  public static List<Sample> foxBms(Path folder) throws IOException {
    Connector connector = Connectors.withId("foxbms").orElseThrow();
    ConnectorSettings settings =
        ConnectorSettings.of(connector, Map.of("cells", "36", "sensors", "16"));
    Snapshots snapshots = new Snapshots(5000, connector.newDecoder(settings), new WorkingState());
    List<Sample> samples = new ArrayList<>();
    Tally tally = new Tally();
    try (InputStream in = Files.newInputStream(folder.resolve("session.candump.log"))) {
      Capture.read(
          in,
          line ->
              snapshots.accept(
                  line.line(), ((Captured.Received) line).frame(), tally, samples::add));
    }
    return samples;
  }

  /** The project's own form: a sample a line in the names of the outside contract. */
  public static List<Sample> samples(Path file) {
    return VectorFiles.lines(file).stream().map(RecordedSessions::sample).toList();
  }

  private static Sample sample(JsonNode json) {
    Sample.Builder sample = new Sample.Builder(json.get("ts").longValue());
    json.properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              switch (field.getKey()) {
                case "ts" -> {}
                case "cellVoltages" -> sample.cellVoltages(numbers(value, 1));
                case "temperatures" -> sample.temperatures(numbers(value, 1));
                default -> put(sample, field.getKey(), value.doubleValue());
              }
            });
    return sample.build();
  }

  private static void put(Sample.Builder sample, String name, double value) {
    Metric.named(name)
        .ifPresentOrElse(metric -> sample.put(metric, value), () -> sample.extra(name, value));
  }

  /** Null is not known. */
  private static double[] numbers(JsonNode array, double divisor) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(n -> n.isNull() ? Double.NaN : n.doubleValue() / divisor)
        .toArray();
  }

  /** What the firmware said of it, a line behind the second at which it said it. */
  public static List<Sample> greenBms(Path file) throws IOException {
    Connector connector = Connectors.withId("greenbms").orElseThrow();
    ConnectorSettings settings = ConnectorSettings.of(connector, Map.of("cells", "16"));
    Snapshots snapshots = new Snapshots(5000, connector.newDecoder(settings), new WorkingState());
    List<Sample> samples = new ArrayList<>();
    Tally tally = new Tally();
    for (String line : Files.readAllLines(file)) {
      String[] parts = line.split(" ", 2);
      long micros = START * 1000 + new BigDecimal(parts[0]).movePointRight(6).longValueExact();
      byte[] said = parts[1].getBytes(StandardCharsets.ISO_8859_1);
      snapshots.accept(0, Frame.bytes(micros, said), tally, samples::add);
    }
    return samples;
  }

  /** What was fed to the firmware; of several lines of one moment the last. */
  static List<Sample> greenBmsTruth(Path file) {
    TreeMap<Long, Sample> samples = new TreeMap<>();
    for (JsonNode line : VectorFiles.lines(file)) {
      double[] cells = numbers(line.get("cells_mV"), 1000);
      line.get("module_offline").forEach(module -> cells[module.intValue() - 1] = Double.NaN);
      long ts = START + line.get("t").decimalValue().movePointRight(3).longValueExact();
      samples.put(
          ts,
          new Sample.Builder(ts)
              .put(Metric.CURRENT, line.get("current_in_A").doubleValue())
              .cellVoltages(cells)
              .temperatures(numbers(line.get("pole_degC"), 1))
              .build());
    }
    return List.copyOf(samples.values());
  }

  public static List<Sample> veDirectReplay(Path file) {
    return VectorFiles.lines(file).stream().map(RecordedSessions::veDirect).toList();
  }

  private static Sample veDirect(JsonNode line) {
    JsonNode decoded = line.get("decoded");
    return new Sample.Builder(START + 1000 * line.get("t_s").longValue())
        .put(Metric.PACK_VOLTAGE, decoded.get("voltage_V").doubleValue())
        .put(Metric.CURRENT, decoded.get("current_A").doubleValue())
        .put(Metric.POWER, decoded.get("power_W").doubleValue())
        .put(Metric.SOC, decoded.get("soc_pct").doubleValue())
        .extra("consumedCharge", decoded.get("consumed_Ah").doubleValue())
        .extra("timeToGo", decoded.get("time_to_go_min").doubleValue())
        .build();
  }
}
