package ca.edsquebec.trackingbms.jobs.simulate.thingset;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.jobs.simulate.device.SimulatedDevices;
import ca.edsquebec.trackingbms.jobs.simulate.device.Talk;
import ca.edsquebec.trackingbms.jobs.simulate.device.TimedBattery;
import ca.edsquebec.trackingbms.jobs.simulate.model.BatteryModel;
import ca.edsquebec.trackingbms.jobs.simulate.model.Kind;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nodes answer to the same words, as it was recorded of libraries of both versions. */
class DialectsTest {

  private static final long NOW = 1_767_250_800_000L;
  private static final TimedBattery BATTERY =
      TimedBattery.of(new BatteryModel("S-1", Kind.STATIONARY, 15, 280, ZoneOffset.UTC, List.of()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "? null | :A0 Bad Request. | :85 [\"pNodeID\"",
        "?/ | :85 Content. [\"cNodeID\" | :C5",
        "?Meas/ | :85 Content. [\"rPackVoltage_V\" | :85 {\"rPackVoltage_V\":",
        "?Meas null | :A0 Bad Request. | :85 [\"rPackVoltage_V\"",
        "?Meas | :85 Content. {\"rPackVoltage_V\": | :85 {\"rPackVoltage_V\":",
        "?Meas [\"rBatTemp_degC\"] | :85 Content. [ | :A4",
        "?cNodeID | :85 Content. \" | :A4",
        "?pNodeID | :A4 Not Found. | :85 \"",
        "?Device/cFirmwareVersion | :85 Content. \"v23.0\" | :85 \"v23.1\"",
        "?Meas/nope | :A4 Not Found. | :A4",
        "?Meas [ | :A0 Bad Request. | :A0",
        "=Meas {\"rSOC_pct\":1} | :A3 Forbidden. | :A3",
      })
  void answersAsItsFirmwareDoes(String request, String older, String newer) {
    assertThat(answer(Dialect.V05, request)).startsWith(older).endsWith("\r\n");
    assertThat(answer(Dialect.V05, request)).doesNotContain("#");
    assertThat(answer(Dialect.V06, request))
        .startsWith(newer)
        .containsPattern(" [0-9A-F]{8}#\r\n$");
  }

  private static String answer(Dialect dialect, String request) {
    Talk talk = new NodeTalk(BATTERY, dialect);
    talk.step(NOW, new byte[0]);
    return text(talk.step(NOW + 1, (request + "\n").getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void reportsTheOlderWayWithoutItsGroup() {
    assertThat(report(Dialect.V05)).startsWith("#mLive {\"rPackVoltage_V\":").endsWith("}\r\n");
    assertThat(report(Dialect.V06)).startsWith("#mLive {\"Meas\":{\"rPackVoltage_V\":");
  }

  private static String report(Dialect dialect) {
    Talk talk = new NodeTalk(BATTERY, dialect);
    return text(talk.step(talk.step(NOW, new byte[0]).wakeAtMillis(), new byte[0]));
  }

  private static String text(Talk.Step step) {
    return new String(step.send(), StandardCharsets.ISO_8859_1);
  }

  @Test
  void saysWhatADeviceHasNoRoomFor() {
    assertThat(refusal("jbd", 33, 1)).contains("a JBD has at most 32 cells and 650 Ah");
    assertThat(refusal("greenbms", 4, 1_000))
        .contains("a Green-BMS has at most 40 cells and 999 Ah");
    assertThat(refusal("thingset-0.5", 17, 1)).contains("a Libre Solar BMS has at most 16 cells");
    assertThat(refusal("thingset", 16, 1e6)).isEmpty();
  }

  private static Optional<String> refusal(String id, int cells, double capacityAh) {
    return SimulatedDevices.of(id).orElseThrow().refusal(cells, capacityAh);
  }
}
