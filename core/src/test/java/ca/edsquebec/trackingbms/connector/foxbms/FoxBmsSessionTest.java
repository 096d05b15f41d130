package ca.edsquebec.trackingbms.connector.foxbms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.edsquebec.trackingbms.connector.Capture;
import ca.edsquebec.trackingbms.connector.Captured;
import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Decoding;
import ca.edsquebec.trackingbms.connector.Snapshots;
import ca.edsquebec.trackingbms.connector.Tally;
import ca.edsquebec.trackingbms.connector.VectorFiles;
import ca.edsquebec.trackingbms.connector.WorkingState;
import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.BatteryState;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ten minutes of a pack: as signals at known times, and as the samples that come of it. */
class FoxBmsSessionTest {

  private static final long START = 1_767_225_600_000L;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final TreeMap<Long, Sample> SAMPLES = new TreeMap<>();
  private static final Tally TALLY = new Tally();

  @BeforeAll
  static void replay() throws IOException {
    Connector connector = new FoxBmsConnector();
    ConnectorSettings settings =
        ConnectorSettings.of(connector, Map.of("cells", "36", "sensors", "16"));
    Snapshots snapshots = new Snapshots(5000, connector.newDecoder(settings), new WorkingState());
    try (InputStream in = Files.newInputStream(project().resolve("session.candump.log"))) {
      Capture.read(
          in,
          line ->
              snapshots.accept(
                  line.line(),
                  ((Captured.Received) line).frame(),
                  TALLY,
                  s -> SAMPLES.put(s.ts() - START, s)));
    }
  }

  private static Path project() {
    return VectorFiles.folder("foxbms");
  }

  private static Sample at(int seconds) {
    return SAMPLES.get(seconds * 1000L);
  }

  @Test
  void signalsAtKnownTimesAreExact() throws IOException {
    assertSignals(project(), 8);
  }

  @Test
  void signalsOfTheWholeSessionAreExactAtAllItsTimes() throws IOException {
    assumeTrue(VectorFiles.fullSet("foxbms").isPresent(), "full vectors are not beside us");
    assertSignals(VectorFiles.fullSet("foxbms").orElseThrow(), 60);
  }

  /** Plays the raw decode and compares all signals at each time with what is expected. */
  private static void assertSignals(Path folder, int times) throws IOException {
    List<JsonNode> expected = VectorFiles.lines(folder.resolve("session.expected.jsonl"));
    assertThat(expected).hasSize(times);
    Map<String, String> nameOfId = new HashMap<>();
    Map<String, BigDecimal> state = new HashMap<>();
    int next = 0;
    for (String line : rawDecode(folder).split("\n")) {
      JsonNode decoded = JSON.readTree(line);
      while (next < times
          && decoded.get("ts").decimalValue().compareTo(millis(expected, next)) > 0) {
        assertThat(state).isEqualTo(stateOf(expected.get(next++)));
      }
      String message =
          nameOfId.computeIfAbsent(
              decoded.get("id").asText(),
              id -> MessageMap.of(false).get(Integer.parseInt(id, 16)).name());
      decoded
          .get("signals")
          .properties()
          .forEach(
              s -> {
                if (!s.getKey().endsWith("_Mux")) {
                  state.put(message + "." + s.getKey(), plain(s.getValue()));
                }
              });
    }
    while (next < times) {
      assertThat(state).isEqualTo(stateOf(expected.get(next++)));
    }
  }

  private static BigDecimal millis(List<JsonNode> expected, int index) {
    return expected
        .get(index)
        .get("t")
        .decimalValue()
        .movePointRight(3)
        .add(BigDecimal.valueOf(START));
  }

  private static Map<String, BigDecimal> stateOf(JsonNode expected) {
    Map<String, BigDecimal> state = new HashMap<>();
    Map<String, JsonNode> nodes =
        JSON.convertValue(expected.get("state"), new TypeReference<>() {});
    nodes.forEach(
        (name, value) -> {
          if (!name.endsWith("_Mux")) {
            state.put(name, plain(value));
          }
        });
    return state;
  }

  private static BigDecimal plain(JsonNode number) {
    return number.decimalValue().stripTrailingZeros();
  }

  private static String rawDecode(Path folder) throws IOException {
    Connector connector = new FoxBmsConnector();
    Decoding decoding =
        new Decoding(connector, ConnectorSettings.of(connector, Map.of()), true, false);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream in = Files.newInputStream(folder.resolve("session.candump.log"))) {
      decoding.run(in, out);
    }
    return out.toString(java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void unknownIdentifierIsIgnoredAndNothingIsInvalid() {
    assertThat(TALLY.ignored()).isEqualTo(118);
    assertThat(TALLY.invalidCount()).isZero();
  }

  @Test
  void aSampleEveryFiveSecondsOfFrameTime() {
    // Of 120 instants one lies in the silence, and no frame comes after the last to cut it.
    assertThat(SAMPLES.keySet().stream().filter(t -> t % 5000 == 0)).hasSize(118);
  }

  @Test
  void driveIsDischargingWithTheValuesOfThePack() {
    Sample sample = at(160);
    assertThat(sample.state()).hasValue(BatteryState.DISCHARGING);
    assertThat(sample.value(Metric.PACK_VOLTAGE)).isEqualTo(137.8);
    assertThat(sample.value(Metric.CURRENT)).isEqualTo(-70);
    assertThat(sample.value(Metric.POWER)).isEqualTo(-9640);
    assertThat(sample.value(Metric.SOC)).isEqualTo(81.1);
    assertThat(sample.value(Metric.SOH)).isEqualTo(96.5);
    assertThat(sample.value(Metric.INSULATION)).isEqualTo(5012);
    assertThat(sample.value(Metric.CHARGE_CURRENT_LIMIT)).isEqualTo(120);
    assertThat(sample.value(Metric.CHARGE_VOLTAGE_LIMIT)).isEqualTo(152);
    assertThat(sample.cellVoltages()).hasSize(36).doesNotContain(Double.NaN);
    assertThat(sample.temperatures()).hasSize(16).doesNotContain(Double.NaN);
    assertThat(sample.extras())
        .containsEntry("busVoltage", 137.8)
        .containsEntry("availableEnergy", 6390.0)
        .containsEntry("energyCounter", -74.0);
  }

  @Test
  void socIsRightInStandbyThoughThePackSaysZero() {
    Sample sample = at(330);
    assertThat(sample.state()).hasValue(BatteryState.IDLE);
    assertThat(sample.value(Metric.SOC)).isEqualTo(77.2);
    assertThat(sample.value(Metric.PACK_VOLTAGE)).isEqualTo(138.7);
    assertThat(sample.extras()).containsEntry("availableEnergy", 6080.0);
  }

  @Test
  void chargeIsCharging() {
    assertThat(at(400).state()).hasValue(BatteryState.CHARGING);
    assertThat(at(400).value(Metric.CURRENT)).isEqualTo(60);
  }

  @Test
  void warningsAreToldWhileTheyLast() {
    assertThat(raw(at(145))).isEmpty();
    assertThat(raw(at(160))).containsExactly("OvertemperatureDischargeMolWarni");
    assertThat(raw(at(180))).isEmpty();
    assertThat(raw(at(520))).containsExactly("OvervoltageMolWarning");
    assertThat(raw(at(570))).isEmpty();
  }

  private static List<String> raw(Sample sample) {
    return sample.alarms().orElseThrow().stream().map(Alarm::raw).toList();
  }

  @Test
  void sensorThatFailsIsUnknownAndTheOthersStay() {
    assertThat(at(210).temperatures()[5]).isNaN();
    assertThat(at(210).temperatures()).hasSize(16);
    assertThat(at(220).temperatures()[5]).isNotNaN();
  }

  @Test
  void silenceGivesNoSample() {
    assertThat(SAMPLES).containsKey(420_000L).doesNotContainKey(425_000L).containsKey(430_000L);
  }
}
