package ca.edsquebec.trackingbms.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.AlarmLevel;
import ca.edsquebec.trackingbms.measure.BatteryState;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.telemetry.Judged.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class JudgementTest {

  private static final long NOW = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
  private static final long EARLIEST = Instant.parse("2024-06-01T00:00:00Z").toEpochMilli();

  @Test
  void leavesAGoodSampleAsItIs() {
    Sample sample = new RandomSamples(1).at(NOW);
    Judged judged = judge(sample);
    assertThat(judged.sample()).isEqualTo(sample);
    assertThat(judged.skewed()).isFalse();
    assertThat(judged.faults()).isEmpty();
  }

  @Test
  void rejectsMoreThanADayAhead() {
    assertThat(judge(soc(NOW + hours(24))).rejection()).isNull();
    assertThat(judge(soc(NOW + hours(24) + 1)).rejection())
        .isEqualTo("its time 2026-03-02T12:00:00.001Z is more than 24 h ahead of our clock");
    assertThat(judge(soc(Long.MAX_VALUE)).rejection()).isNotNull();
  }

  @Test
  void rejectsWhatIsEarlierThanTheBatteryCanHave() {
    assertThat(judge(soc(EARLIEST)).rejection()).isNull();
    assertThat(judge(soc(EARLIEST - 1)).rejection())
        .contains("2024-05-31T23:59:59.999Z")
        .contains("commissioned");
    assertThat(judge(soc(Long.MIN_VALUE)).rejection()).isNotNull();
  }

  @Test
  void marksMoreThanTwoMinutesAheadAsSkewed() {
    assertThat(judge(soc(NOW + Duration.ofMinutes(2).toMillis())).skewed()).isFalse();
    assertThat(judge(soc(NOW + Duration.ofMinutes(2).toMillis() + 1)).skewed()).isTrue();
  }

  @Test
  void leavesOutAnImplausibleScalarAndKeepsTheRest() {
    Judged judged = judge(new Sample.Builder(NOW).put(Metric.SOC, 130).put(Metric.SOH, 99).build());
    assertThat(judged.sample()).isEqualTo(new Sample.Builder(NOW).put(Metric.SOH, 99).build());
    assertThat(judged.faults()).containsExactly(new Fault("soc", "130.0 is not within 0 to 105 %"));
  }

  @Test
  void leavesOutWhatIsNotFinite() {
    Judged judged =
        judge(
            soc(NOW).toBuilder()
                .put(Metric.CURRENT, Double.POSITIVE_INFINITY)
                .extra("ratio", Double.NaN)
                .build());
    assertThat(judged.sample()).isEqualTo(soc(NOW));
    assertThat(judged.faults()).extracting(Fault::metric).containsExactly("current", "ratio");
  }

  @Test
  void leavesOutSingleCellsAndTellsOfThemOnce() {
    Judged judged =
        judge(new Sample.Builder(NOW).cellVoltages(3.2, 65.535, Double.NaN, -1, 3.3).build());
    assertThat(judged.sample().cellVoltages())
        .containsExactly(3.2, Double.NaN, Double.NaN, Double.NaN, 3.3);
    assertThat(judged.faults())
        .containsExactly(
            new Fault("cellVoltages[1]", "65.535 is not within 0 to 32 V (and 1 more)"));
  }

  @Test
  void leavesOutTemperaturesOfABrokenSensor() {
    Judged judged = judge(new Sample.Builder(NOW).temperatures(-273.1, 21).build());
    assertThat(judged.sample().temperatures()).containsExactly(Double.NaN, 21);
    assertThat(judged.faults())
        .containsExactly(new Fault("temperatures[0]", "-273.1 is not within -60 to 200 °C"));
  }

  @Test
  void rejectsASampleWithNothingLeftAndSaysWhatItWas() {
    Judged judged = judge(new Sample.Builder(NOW).put(Metric.SOC, -1).cellVoltages(99).build());
    assertThat(judged.sample()).isNull();
    assertThat(judged.rejection()).isEqualTo("none of its values can be true");
    assertThat(judged.faults()).extracting(Fault::metric).containsExactly("soc", "cellVoltages[0]");
  }

  @Test
  void rejectsASampleThatHoldsNothing() {
    assertThat(judge(new Sample.Builder(NOW).build()).rejection()).isEqualTo("it holds no value");
    assertThat(judge(new Sample.Builder(NOW).cellVoltages(Double.NaN).build()).rejection())
        .isEqualTo("it holds no value");
  }

  @Test
  void takesAStateAloneForASample() {
    assertThat(judge(new Sample.Builder(NOW).state(BatteryState.IDLE).build()).rejection())
        .isNull();
  }

  @Test
  void leavesOutArraysTooLongForTheStore() {
    Judged judged =
        judge(
            soc(NOW).toBuilder()
                .cellVoltages(new double[1025])
                .temperatures(new double[1024])
                .balancing(new boolean[1025])
                .build());
    assertThat(judged.sample().cellVoltages()).isEmpty();
    assertThat(judged.sample().temperatures()).hasSize(1024);
    assertThat(judged.faults())
        .containsExactly(
            new Fault("cellVoltages", "1025 of them, at most 1024 are taken"),
            new Fault("balancing", "1025 of them, at most 1024 are taken"));
  }

  @Test
  void keepsTheFirstAlarmsOfTooMany() {
    Alarm alarm = new Alarm(AlarmCode.OTHER, AlarmLevel.INFO, "x");
    Judged judged = judge(new Sample.Builder(NOW).alarms(Collections.nCopies(129, alarm)).build());
    assertThat(judged.sample().alarms().orElseThrow()).hasSize(128);
    assertThat(judged.faults()).extracting(Fault::metric).containsExactly("alarms");
  }

  @Test
  void takesNamesOfFurtherMetricsOfItsOwnFormOnly() {
    Judged judged =
        judge(
            new Sample.Builder(NOW)
                .extra("Cell.Voltage_1:a-b", 1)
                .extra("a".repeat(40), 2)
                .extra("b".repeat(41), 3)
                .extra("1st", 4)
                .extra("é", 5)
                .extra("", 6)
                .extra("soc", 7)
                .build());
    assertThat(judged.sample().extras()).containsOnlyKeys("Cell.Voltage_1:a-b", "a".repeat(40));
    assertThat(judged.faults()).hasSize(1);
    assertThat(judged.faults().get(0).reason()).contains("and 4 more");
  }

  @Test
  void keepsAtMostSixtyFourFurtherMetrics() {
    Sample.Builder sample = new Sample.Builder(NOW);
    for (int i = 0; i < 70; i++) {
      sample.extra("m%02d".formatted(i), i);
    }
    Judged judged = judge(sample.build());
    assertThat(judged.sample().extras()).hasSize(64).containsKey("m63").doesNotContainKey("m64");
    assertThat(judged.faults())
        .containsExactly(new Fault("extras", "70 of them, of which the first 64 are kept"));
  }

  private static Judged judge(Sample sample) {
    return Judgement.judge(sample, EARLIEST, NOW);
  }

  private static Sample soc(long ts) {
    return new Sample.Builder(ts).put(Metric.SOC, 50).build();
  }

  private static long hours(int count) {
    return Duration.ofHours(count).toMillis();
  }
}
