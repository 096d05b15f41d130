package ca.edsquebec.trackingbms.jobs.simulate.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Connectors;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.jobs.simulate.model.BatteryModel;
import ca.edsquebec.trackingbms.jobs.simulate.model.Fault;
import ca.edsquebec.trackingbms.jobs.simulate.model.Kind;
import ca.edsquebec.trackingbms.jobs.simulate.model.Measurement;
import ca.edsquebec.trackingbms.measure.Metric;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each device and the connector that reads it, without a wire between them, for two minutes. */
class RoundTripTest {

  /** In the morning, when a stationary battery works. */
  private static final long START = Instant.parse("2026-03-04T07:30:00Z").toEpochMilli();

  private static final long END = START + 120_000;
  private static final int CELLS = 15;
  private static final byte[] NOTHING = {};

  /**
   * @param volts of the pack
   * @param cell volts of a cell
   * @param current amperes; a Green-BMS measures halves and shows whole ones
   */
  @ParameterizedTest
  @CsvSource({
    "jbd, 0.005, 0.0005, 0.005, 0.5, 0.05",
    "thingset, 0.005, 0.0005, 0.005, 0.05, 0.05",
    "thingset-0.5, 0.005, 0.0005, 0.005, 0.05, 0.05",
    "greenbms, 0.05, 0.005, 0.75, 0.5, 0.5",
  })
  void saysWhatTheModelSaysToTheLastDigit(
      String id, double volts, double cell, double current, double soc, double celsius)
      throws FrameException {
    BatteryModel model = model(Fault.always(Fault.What.WEAK_CELL));
    TreeSet<Integer> cells = new TreeSet<>();
    TreeSet<Metric> metrics = new TreeSet<>();
    for (Heard heard : listen(id, model)) {
      Measurement m = model.at(heard.millis());
      assertThat(m.current()).as("beyond what a Green-BMS takes for nothing").isLessThan(-5);
      for (Reading reading : heard.readings()) {
        if (reading instanceof Reading.Cell said) {
          cells.add(said.index());
          assertThat(said.volts()).isCloseTo(m.cells()[said.index()], within(cell + 1e-6));
        } else if (reading instanceof Reading.Temperature said && !id.equals("greenbms")) {
          assertThat(said.celsius())
              .isCloseTo(m.temperatures()[said.index()], within(celsius + 1e-6));
        } else if (reading instanceof Reading.Scalar said) {
          metrics.add(said.metric());
          check(
              said,
              m,
              Map.of(Metric.PACK_VOLTAGE, volts, Metric.CURRENT, current, Metric.SOC, soc));
        }
      }
    }
    assertThat(cells).as("all cells").hasSize(CELLS).contains(0, CELLS - 1);
    assertThat(metrics).contains(Metric.PACK_VOLTAGE, Metric.CURRENT, Metric.SOC);
  }

  private static void check(Reading.Scalar said, Measurement m, Map<Metric, Double> resolutions) {
    if (resolutions.containsKey(said.metric())) {
      double expected =
          switch (said.metric()) {
            case PACK_VOLTAGE -> m.packVoltage();
            case CURRENT -> m.current();
            default -> m.soc();
          };
      assertThat(said.value())
          .as(said.metric().name())
          .isCloseTo(expected, within(resolutions.get(said.metric()) + 1e-6));
    }
  }

  static List<String> all() {
    return SimulatedDevices.installed().stream().map(SimulatedDevice::id).toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void survivesNoiseAndGoesOnAnswering(String id) throws FrameException {
    BatteryModel model = model();
    Talk talk = SimulatedDevices.of(id).orElseThrow().newTalk(TimedBattery.of(model));
    SplittableRandom random = new SplittableRandom(5);
    long now = START - 3_000_000;
    for (int i = 0; i < 20_000; i++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      assertThat(talk.step(now, noise).send().length).isLessThan(20_000);
      now += random.nextInt(100);
    }
    talk.step(START - 1_000, new byte[] {'\n'});
    assertThat(conversation(id, talk)).isNotEmpty();
  }

  /** What was understood, and when it was said. */
  private record Heard(long millis, List<Reading> readings) {}

  private static List<Heard> listen(String id, BatteryModel model) throws FrameException {
    return conversation(id, SimulatedDevices.of(id).orElseThrow().newTalk(TimedBattery.of(model)));
  }

  private static List<Heard> conversation(String id, Talk talk) throws FrameException {
    String reader = SimulatedDevices.of(id).orElseThrow().connector();
    Connector connector = Connectors.withId(reader).orElseThrow();
    ConnectorSettings settings = ConnectorSettings.of(connector, Map.of());
    Dialogue dialogue = connector.newDialogue(settings).orElseThrow();
    Decoder decoder = connector.newDecoder(settings);
    List<Heard> heard = new ArrayList<>();
    long now = START;
    byte[] said = NOTHING;
    while (now < END) {
      Dialogue.Step step = dialogue.step(now * 1000, said);
      assertThat(step.unanswered()).as("requests that were not answered").isZero();
      for (Frame frame : step.frames()) {
        heard.add(new Heard(now, decoder.decode(frame).orElse(List.of())));
      }
      ByteArrayOutputStream requests = new ByteArrayOutputStream();
      step.send().forEach(requests::writeBytes);
      if (said.length == 0 && requests.size() == 0) {
        now = Math.max(now + 1, Math.min(step.wakeAtMicros() / 1000 + 1, now + 50));
      }
      said = talk.step(now, requests.toByteArray()).send();
    }
    return heard;
  }

  private static BatteryModel model(Fault... faults) {
    return new BatteryModel("S-1", Kind.STATIONARY, CELLS, 280, ZoneOffset.UTC, List.of(faults));
  }
}
