package ca.edsquebec.trackingbms.intake.check;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.intake.check.Finding.What;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** On an hour of a battery of 16 cells that is charged and discharged by turns. */
class SelfCheckTest {

  private static final int CELLS = 16;

  @Test
  void agreesWithABatteryThatIsWell() {
    assertThat(found(hour(one -> one))).containsExactly(What.CURRENT_AGREES, What.VOLTAGE_AGREES);
    Finding current = of(What.CURRENT_AGREES, hour(one -> one));
    assertThat(current.speaking()).isEqualTo(current.cases());
  }

  @Test
  void proposesToInvertTheCurrentAndSaysWhy() {
    List<Finding> findings = SelfCheck.of(hour(SelfCheckTest::turned), CELLS, Double.NaN);
    assertThat(findings.get(0).what()).isEqualTo(What.CURRENT_INVERTED_BY_CHARGE);
    assertThat(findings.get(0).proposesInversion()).isTrue();
    assertThat(findings.get(0).cases()).isGreaterThanOrEqualTo(4);
    assertThat(findings.get(0).speaking()).isEqualTo(findings.get(0).cases());
    assertThat(findings.get(0).fromMillis()).isZero();
    assertThat(findings.get(0).toMillis()).isEqualTo(3_595_000);
  }

  @Test
  void needsNoStateOfChargeWhereTheVoltageJumps() {
    UnaryOperator<Sample> without = one -> one.toBuilder().put(Metric.SOC, Double.NaN).build();
    assertThat(found(hour(without))).contains(What.CURRENT_AGREES);
    assertThat(found(hour(one -> without.apply(turned(one)))))
        .contains(What.CURRENT_INVERTED_BY_VOLTAGE);
  }

  @Test
  void saysNothingWithoutEvidence() {
    List<Sample> minute = hour(SelfCheckTest::turned).subList(0, 9);
    assertThat(SelfCheck.of(minute, CELLS, Double.NaN)).isEmpty();
    assertThat(SelfCheck.of(List.of(), CELLS, Double.NaN)).isEmpty();
    UnaryOperator<Sample> resting =
        one ->
            one.toBuilder()
                .put(Metric.CURRENT, 0)
                .put(Metric.SOC, 50)
                .put(Metric.PACK_VOLTAGE, Arrays.stream(one.cellVoltages()).sum())
                .build();
    assertThat(found(hour(resting))).containsExactly(What.VOLTAGE_AGREES);
  }

  /** The float charge of a full battery, whose estimate follows its voltage as that relaxes. */
  @Test
  void aStateOfChargeThatMovesAtRestSaysNothingOfTheSign() {
    List<Sample> rest = new ArrayList<>();
    for (int minute = 0; minute < 360; minute++) {
      rest.add(
          new Sample.Builder(minute * 60_000L)
              .put(Metric.CURRENT, 0.3)
              .put(Metric.SOC, 100 - minute / 60.0)
              .put(Metric.FULL_CAPACITY, 100)
              .build());
    }
    assertThat(SelfCheck.of(rest, CELLS, Double.NaN)).isEmpty();
    rest.replaceAll(one -> one.toBuilder().put(Metric.FULL_CAPACITY, Double.NaN).build());
    assertThat(SelfCheck.of(rest, CELLS, 100)).as("by its row").isEmpty();
    assertThat(SelfCheck.of(rest, CELLS, 40))
        .as("of a small one as much flowed as it takes")
        .extracting(Finding::what)
        .containsExactly(What.CURRENT_INVERTED_BY_CHARGE);
  }

  @Test
  void nineOfTenStepsThatNoiseMayHaveMadeTurnNothing() {
    List<Sample> noise = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      int sign = i % 2 == 0 ? 1 : -1;
      noise.add(
          new Sample.Builder(i * 5000L)
              .put(Metric.CURRENT, sign)
              .put(Metric.PACK_VOLTAGE, 52 - 0.05 * sign + (i == 10 ? 1 : 0))
              .build());
    }
    assertThat(SelfCheck.of(noise, CELLS, Double.NaN)).isEmpty();
    assertThat(SelfCheck.of(noise.subList(0, 10), CELLS, Double.NaN)).as("nine steps").isEmpty();
  }

  @Test
  void seesWhereTheTwoWaysContradictEachOther() {
    UnaryOperator<Sample> device =
        one -> one.toBuilder().put(Metric.SOC, 100 - one.value(Metric.SOC)).build();
    assertThat(found(hour(device))).contains(What.CURRENT_CONTRADICTORY);
  }

  @Test
  void isNotMisledByARecalibration() {
    List<Sample> hour = new ArrayList<>(hour(one -> one));
    hour.replaceAll(
        one ->
            one.ts() < 1_800_000
                ? one
                : one.toBuilder().put(Metric.SOC, one.value(Metric.SOC) - 40).build());
    assertThat(found(hour)).contains(What.CURRENT_AGREES);
  }

  @Test
  void seesWrongScales() {
    for (double scale : new double[] {10, 0.1, 0.01, 0.001}) {
      UnaryOperator<Sample> scaled =
          one ->
              one.toBuilder()
                  .put(Metric.PACK_VOLTAGE, one.value(Metric.PACK_VOLTAGE) * scale)
                  .build();
      Finding finding = of(What.VOLTAGE_SCALE, hour(scaled));
      assertThat(finding.expected()).isEqualTo(scale);
    }
  }

  @Test
  void seesSwappedAndOtherVoltages() {
    UnaryOperator<Sample> swapped =
        one ->
            one.toBuilder()
                .put(Metric.PACK_VOLTAGE, 4)
                .extra("busVoltage", one.value(Metric.PACK_VOLTAGE))
                .build();
    assertThat(found(hour(swapped))).contains(What.VOLTAGE_SWAPPED);
    UnaryOperator<Sample> other = one -> one.toBuilder().put(Metric.PACK_VOLTAGE, 39).build();
    assertThat(of(What.VOLTAGE_DIFFERS, hour(other)).measured()).isBetween(0.7, 0.8);
  }

  @Test
  void countsCells() {
    List<Sample> hour = hour(one -> one);
    assertThat(SelfCheck.of(hour, 15, Double.NaN))
        .filteredOn(one -> one.what() == What.CELL_COUNT_DIFFERS)
        .singleElement()
        .satisfies(one -> assertThat(one.measured()).isEqualTo(16))
        .satisfies(one -> assertThat(one.expected()).isEqualTo(15));
    assertThat(SelfCheck.of(hour, 0, Double.NaN))
        .extracting(Finding::what)
        .doesNotContain(What.CELL_COUNT_DIFFERS);
  }

  @Test
  void seesABrokenSensor() {
    UnaryOperator<Sample> broken = one -> one.toBuilder().temperatures(21, -40, 22).build();
    Finding finding = of(What.TEMPERATURE_IMPLAUSIBLE, hour(broken));
    assertThat(finding.sensor()).isEqualTo(2);
    assertThat(finding.speaking()).isEqualTo(finding.cases());
    assertThat(finding.measured()).isEqualTo(-40);
  }

  private static Sample turned(Sample one) {
    return one.toBuilder().put(Metric.CURRENT, -one.value(Metric.CURRENT)).build();
  }

  private static List<What> found(List<Sample> samples) {
    return SelfCheck.of(samples, CELLS, Double.NaN).stream().map(Finding::what).toList();
  }

  private static Finding of(What what, List<Sample> samples) {
    return SelfCheck.of(samples, CELLS, Double.NaN).stream()
        .filter(one -> one.what() == what)
        .findFirst()
        .orElseThrow();
  }

  /**
   * 100 Ah, 60 A in and out, five minutes each; a sample each 5 s, the charge in whole percents.
   */
  private static List<Sample> hour(UnaryOperator<Sample> as) {
    List<Sample> hour = new ArrayList<>();
    double ampereHours = 50;
    for (int i = 0; i < 720; i++) {
      double amperes = i / 60 % 2 == 0 ? 60 : -60;
      ampereHours += amperes * 5 / 3600;
      double[] cells = new double[CELLS];
      Arrays.fill(cells, 3.2 + ampereHours / 1000 + amperes * 0.001);
      hour.add(
          as.apply(
              new Sample.Builder(i * 5000L)
                  .put(Metric.CURRENT, amperes)
                  .put(Metric.SOC, Math.rint(ampereHours))
                  .put(Metric.PACK_VOLTAGE, cells[0] * CELLS)
                  .cellVoltages(cells)
                  .temperatures(21, 20, 22)
                  .build()));
    }
    return hour;
  }
}
