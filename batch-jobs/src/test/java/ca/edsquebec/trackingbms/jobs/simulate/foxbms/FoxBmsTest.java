package ca.edsquebec.trackingbms.jobs.simulate.foxbms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ca.edsquebec.trackingbms.connector.Capture;
import ca.edsquebec.trackingbms.connector.Captured;
import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Connectors;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Snapshots;
import ca.edsquebec.trackingbms.connector.WorkingState;
import ca.edsquebec.trackingbms.jobs.simulate.model.BatteryModel;
import ca.edsquebec.trackingbms.jobs.simulate.model.Fault;
import ca.edsquebec.trackingbms.jobs.simulate.model.Kind;
import ca.edsquebec.trackingbms.jobs.simulate.model.Measurement;
import ca.edsquebec.trackingbms.measure.AlarmLevel;
import ca.edsquebec.trackingbms.measure.BatteryState;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is put on the wire is what the product's own connector reads from it. */
class FoxBmsTest {

  private static final ZoneId ZONE = ZoneId.of("America/Toronto");

  /** A Tuesday at noon there. */
  private static final long NOON = 1_767_718_800_000L;

  private static final long MINUTE = 60_000;

  private static BatteryModel battery(Kind kind, Fault... faults) {
    return new BatteryModel("LAV-01", kind, kind.cells(), kind.capacityAh(), ZONE, List.of(faults));
  }

  private static List<Sample> decoded(Kind kind, String candump) {
    Connector foxbms = Connectors.withId("foxbms").orElseThrow();
    ConnectorSettings settings =
        ConnectorSettings.of(
            foxbms,
            Map.of("cells", "" + kind.cells(), "sensors", Integer.toString(kind.sensors())));
    Snapshots snapshots = new Snapshots(5000, foxbms.newDecoder(settings), new WorkingState());
    List<Sample> samples = new ArrayList<>();
    for (Frame frame : frames(candump)) {
      try {
        assertThat(snapshots.accept(frame, samples::add)).as(frame.toString()).isTrue();
      } catch (FrameException e) {
        throw new AssertionError(frame.toString(), e);
      }
    }
    snapshots.finish(Long.MAX_VALUE, samples::add);
    return samples;
  }

  private static List<Frame> frames(String candump) {
    List<Frame> frames = new ArrayList<>();
    byte[] bytes = candump.getBytes(StandardCharsets.US_ASCII);
    try {
      Capture.read(
          new ByteArrayInputStream(bytes), line -> frames.add(((Captured.Received) line).frame()));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return frames;
  }

  @ParameterizedTest
  @EnumSource
  void connectorReadsWhatTheModelSaysAtAnyTimeOfTheDay(Kind kind) {
    BatteryModel battery = battery(kind);
    for (long t = NOON; t < NOON + 24 * 60 * MINUTE; t += 17 * MINUTE) {
      Measurement m = battery.at(t);
      List<Sample> samples = decoded(kind, FoxBms.candump(m));
      assertThat(samples).hasSize(1);
      assertSame(samples.get(0), m);
    }
  }

  private static void assertSame(Sample sample, Measurement m) {
    assertThat(sample.ts()).isEqualTo(m.ts());
    assertThat(sample.value(Metric.PACK_VOLTAGE)).isCloseTo(m.packVoltage(), within(0.051));
    assertThat(sample.value(Metric.CURRENT)).isCloseTo(m.current(), within(0.0051));
    assertThat(sample.value(Metric.POWER)).isCloseTo(m.power(), within(5.1));
    assertThat(sample.value(Metric.SOC)).isCloseTo(m.soc(), within(0.051));
    assertThat(sample.value(Metric.SOH)).isCloseTo(m.soh(), within(0.26));
    assertThat(sample.value(Metric.INSULATION)).isCloseTo(m.insulationKohm(), within(3.6));
    assertThat(sample.value(Metric.CHARGE_CURRENT_LIMIT))
        .isCloseTo(m.limits().chargeCurrent(), within(0.13));
    assertThat(sample.value(Metric.DISCHARGE_VOLTAGE_LIMIT))
        .isCloseTo(m.limits().minVoltage(), within(2.1));
    assertThat(sample.cellVoltages()).containsExactly(m.cells(), within(0.00051));
    assertThat(sample.temperatures()).containsExactly(m.temperatures(), within(0.51));
    assertThat(sample.value(Metric.CELL_VOLTAGE_MIN))
        .isCloseTo(Arrays.stream(m.cells()).min().orElseThrow(), within(0.00051));
    assertThat(sample.value(Metric.TEMPERATURE_MAX))
        .isCloseTo(Arrays.stream(m.temperatures()).max().orElseThrow(), within(0.51));
    boolean flows = Math.abs(m.current()) > 0.21;
    assertThat(sample.state())
        .hasValue(
            !flows
                ? BatteryState.IDLE
                : m.current() > 0 ? BatteryState.CHARGING : BatteryState.DISCHARGING);
    assertThat(sample.alarms()).hasValue(List.of());
  }

  @ParameterizedTest
  @EnumSource
  void faultsAreToldAsWarningsAndAsNothingElse(Kind kind) {
    String weak = FoxBms.candump(battery(kind, Fault.always(Fault.What.WEAK_CELL)).at(NOON));
    String hot = FoxBms.candump(battery(kind, Fault.always(Fault.What.OVERHEAT)).at(NOON));
    assertThat(alarms(kind, weak)).containsExactly("cell-undervoltage");
    assertThat(alarms(kind, hot)).containsExactly("discharge-overtemperature");
  }

  private static List<String> alarms(Kind kind, String candump) {
    return decoded(kind, candump).get(0).alarms().orElseThrow().stream()
        .peek(alarm -> assertThat(alarm.level()).isEqualTo(AlarmLevel.WARNING))
        .map(alarm -> alarm.code().jsonName())
        .toList();
  }

  @Test
  void thinnedFramesGiveOneSampleAMinuteAtThatMinute() {
    BatteryModel battery = battery(Kind.STATIONARY, Fault.always(Fault.What.WEAK_CELL));
    StringBuilder hour = new StringBuilder();
    for (long t = NOON; t < NOON + 60 * MINUTE; t += MINUTE) {
      hour.append(FoxBms.thinned(battery.at(t)));
    }
    List<Sample> samples = decoded(Kind.STATIONARY, hour.toString());
    assertThat(samples).hasSize(60);
    for (int i = 0; i < 60; i++) {
      Sample sample = samples.get(i);
      assertThat(sample.ts()).isEqualTo(NOON + i * MINUTE);
      assertThat(sample.value(Metric.SOC)).isCloseTo(battery.at(sample.ts()).soc(), within(0.051));
      assertThat(sample.cellVoltages()).hasSize(16).doesNotContain(Double.NaN);
    }
  }

  @Test
  void sampleOfTheLiveFeedIsThatOfTheHistory() {
    BatteryModel battery = battery(Kind.MOBILE);
    StringBuilder live = new StringBuilder();
    for (long t = NOON - 20_000; t <= NOON + 1000; t += 1000) {
      live.append(FoxBms.candump(battery.at(t)));
    }
    Sample cutLive =
        decoded(Kind.MOBILE, live.toString()).stream()
            .filter(sample -> sample.ts() == NOON)
            .findFirst()
            .orElseThrow();
    Sample thinned = decoded(Kind.MOBILE, FoxBms.thinned(battery.at(NOON))).get(0);
    assertThat(cutLive).isEqualTo(thinned);
  }
}
