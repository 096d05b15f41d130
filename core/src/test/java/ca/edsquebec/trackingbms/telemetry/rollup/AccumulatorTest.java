package ca.edsquebec.trackingbms.telemetry.rollup;

import static ca.edsquebec.trackingbms.telemetry.rollup.Samples.ABSENT;
import static ca.edsquebec.trackingbms.telemetry.rollup.Samples.CURRENT;
import static ca.edsquebec.trackingbms.telemetry.rollup.Samples.POWER;
import static ca.edsquebec.trackingbms.telemetry.rollup.Samples.SOC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The storage period is 5 s, hence values up to 15 s apart are connected. */
class AccumulatorTest {

  @Test
  void theAreaBelowAStraightLineIsThatOfItsTrapezoid() {
    Rollup r = new Samples().at(0, 1_000, 500).at(10_000, 3_000, 1_500).rollup();
    assertThat(r.chargeIn()).isEqualTo(20_000_000);
    assertThat(r.chargeOut()).isZero();
    assertThat(r.energyIn()).isEqualTo(10_000_000);
    assertThat(r.energyOut()).isZero();
  }

  @Test
  void aNegativeCurrentIsChargeThatGoesOut() {
    Rollup r = new Samples().at(0, -1_000, -500).at(10_000, -3_000, -1_500).rollup();
    assertThat(r.chargeIn()).isZero();
    assertThat(r.chargeOut()).isEqualTo(20_000_000);
    assertThat(r.energyIn()).isZero();
    assertThat(r.energyOut()).isEqualTo(10_000_000);
  }

  @Test
  void aLineThatCrossesZeroGoesOutAndIn() {
    // Zero is crossed after 4 s: out 2 A · 4 s / 2, in 3 A · 6 s / 2.
    Rollup r = new Samples().at(0, -2_000).at(10_000, 3_000).rollup();
    assertThat(r.chargeOut()).isEqualTo(4_000_000);
    assertThat(r.chargeIn()).isEqualTo(9_000_000);
  }

  @Test
  void aLineThatCrossesZeroDownwardsGoesInAndOut() {
    Rollup r = new Samples().at(0, 3_000).at(10_000, -2_000).rollup();
    assertThat(r.chargeIn()).isEqualTo(9_000_000);
    assertThat(r.chargeOut()).isEqualTo(4_000_000);
  }

  @Test
  void halvesAreRoundedAlikeInBothDirections() {
    assertThat(new Samples().at(0, 0).at(1, 5).rollup().chargeIn()).isEqualTo(3);
    assertThat(new Samples().at(0, 0).at(1, -5).rollup().chargeOut()).isEqualTo(3);
  }

  @Test
  void zeroIsKnownAndOneSampleIsNot() {
    Rollup idle = new Samples().at(0, 0).at(5_000, 0).rollup();
    assertThat(idle.chargeIn()).isZero();
    assertThat(idle.chargeOut()).isZero();
    Rollup single = new Samples().at(0, 1_000).rollup();
    assertThat(single.chargeIn()).isEqualTo(Rollup.UNKNOWN);
    assertThat(single.chargeOut()).isEqualTo(Rollup.UNKNOWN);
  }

  @Test
  void chargeMayBeKnownWithoutEnergy() {
    Rollup r = new Samples().at(0, 1_000).at(5_000, 1_000).rollup();
    assertThat(r.chargeIn()).isEqualTo(5_000_000);
    assertThat(r.energyIn()).isEqualTo(Rollup.UNKNOWN);
    assertThat(r.energyOut()).isEqualTo(Rollup.UNKNOWN);
  }

  @Test
  void aGapOfThreePeriodsIsBridgedAndNotAMillisecondMore() {
    Rollup bridged = new Samples().at(0, 1_000).at(15_000, 1_000).rollup();
    assertThat(bridged.chargeIn()).isEqualTo(15_000_000);
    assertThat(bridged.observedMillis()).isEqualTo(5_000 + 15_000);
    Rollup broken = new Samples().at(0, 1_000).at(15_001, 1_000).rollup();
    assertThat(broken.chargeIn()).isEqualTo(Rollup.UNKNOWN);
    assertThat(broken.observedMillis()).isEqualTo(5_000 + 5_000);
  }

  @Test
  void absentValuesInBetweenAreSteppedOver() {
    Rollup r = new Samples().at(0, 1_000).at(5_000, ABSENT).at(10_000, 3_000).rollup();
    assertThat(r.chargeIn()).isEqualTo(20_000_000);
    assertThat(r.observedMillis()).isEqualTo(15_000);
  }

  @Test
  void samplesWithoutAValueDoNotBridgeAGapOfIt() {
    Rollup r =
        new Samples()
            .at(0, 1_000)
            .at(5_000, ABSENT)
            .at(10_000, ABSENT)
            .at(15_001, 1_000)
            .at(20_001, 1_000)
            .rollup();
    assertThat(r.chargeIn()).isEqualTo(5_000_000);
    assertThat(r.observedMillis()).isEqualTo(5_000 + 20_001);
  }

  @Test
  void samplesThatAlternateBetweenCurrentAndPowerGiveBoth() {
    Rollup r =
        new Samples()
            .at(0, 1_000, ABSENT)
            .at(5_000, ABSENT, 700)
            .at(10_000, 1_000, ABSENT)
            .at(15_000, ABSENT, 700)
            .rollup();
    assertThat(r.chargeIn()).isEqualTo(10_000_000);
    assertThat(r.energyIn()).isEqualTo(7_000_000);
    assertThat(r.stats().get(CURRENT)).isEqualTo(new Stat(2, 2_000, 1_000, 1_000, 1_000, 10_000));
    assertThat(r.stats().get(POWER)).isEqualTo(new Stat(2, 1_400, 700, 700, 700, 15_000));
  }

  @Test
  void keepsCountSumExtremesAndTheLastOfASeries() {
    Rollup r = new Samples().at(0, 5).at(5_000, -7).at(10_000, 3).at(15_000, ABSENT).rollup();
    assertThat(r.stats()).containsOnlyKeys(CURRENT);
    assertThat(r.stats().get(CURRENT)).isEqualTo(new Stat(3, 1, -7, 5, 3, 10_000));
    assertThat(r.samples()).isEqualTo(4);
    assertThat(r.lastTs()).isEqualTo(15_000);
  }

  @Test
  void aSegmentBelongsToTheBucketOfTheLaterSample() {
    Rollup before = new Samples().at(-10_000, 500, 40).at(-5_000, 1_000, 80).rollup();
    Accumulator bucket = Samples.accumulator();
    bucket.seed(before);
    add(bucket, new Samples().at(3_000, 2_000, 160));
    Rollup r = bucket.rollup().orElseThrow();
    assertThat(r.chargeIn()).isEqualTo(12_000_000);
    assertThat(r.energyIn()).isEqualTo(960_000);
    assertThat(r.observedMillis()).isEqualTo(8_000);
    assertThat(r.samples()).isOne();
    assertThat(r.stats().get(CURRENT).count()).isOne();
  }

  @Test
  void whatCameBeforeIsNotConnectedWhenItIsTooFarAway() {
    Accumulator bucket = Samples.accumulator();
    bucket.seed(new Samples().at(-15_001, 1_000).rollup());
    add(bucket, new Samples().at(0, 2_000));
    Rollup r = bucket.rollup().orElseThrow();
    assertThat(r.chargeIn()).isEqualTo(Rollup.UNKNOWN);
    assertThat(r.observedMillis()).isEqualTo(5_000);
  }

  @Test
  void theLastKnownCurrentMayBeOlderThanTheLastSample() {
    Accumulator bucket = Samples.accumulator();
    bucket.seed(new Samples().at(-10_000, 1_000).at(-5_000, ABSENT).rollup());
    add(bucket, new Samples().at(0, 1_000));
    Rollup r = bucket.rollup().orElseThrow();
    assertThat(r.chargeIn()).isEqualTo(10_000_000);
    assertThat(r.observedMillis()).isEqualTo(5_000);
  }

  @Test
  void severalBucketsBeforeMayBeToldInOrderOfTime() {
    Accumulator bucket = Samples.accumulator();
    bucket.seed(new Samples().at(-10_000, 1_000).rollup());
    bucket.seed(new Samples().at(-5_000, ABSENT).rollup());
    add(bucket, new Samples().at(0, 1_000));
    assertThat(bucket.rollup().orElseThrow().chargeIn()).isEqualTo(10_000_000);
  }

  @Test
  void skippedSamplesAreThereButDoNotCount() {
    Observations block =
        new Samples()
            .line(0, 9_000, 900, 50, 1)
            .line(5_000, 1_000, ABSENT, 51, 2)
            .line(10_000, 1_000, 100, 52, 4)
            .observations();
    Accumulator day = Samples.accumulator();
    day.skip(block, 0, 2);
    day.add(block, 2, 3);
    Rollup r = day.rollup().orElseThrow();
    assertThat(r.chargeIn()).isEqualTo(5_000_000);
    assertThat(r.energyIn()).isEqualTo(5_000_000);
    assertThat(r.observedMillis()).isEqualTo(5_000);
    assertThat(r.alarms()).isEqualTo(4);
    assertThat(r.stats().get(SOC)).isEqualTo(new Stat(1, 52, 52, 52, 52, 10_000));
  }

  @Test
  void skippingNothingForgetsNothing() {
    Accumulator bucket = Samples.accumulator();
    bucket.seed(new Samples().at(-5_000, 1_000).rollup());
    Observations block = new Samples().at(0, 1_000).observations();
    bucket.skip(block, 0, 0);
    bucket.add(block, 0, 1);
    assertThat(bucket.rollup().orElseThrow().chargeIn()).isEqualTo(5_000_000);
  }

  @Test
  void collectsAllAlarmsThatWereRaised() {
    Samples raised = new Samples().alarmsAt(0, 0).alarmsAt(5_000, 5).alarmsAt(10_000, 2);
    assertThat(raised.rollup().alarms()).isEqualTo(7);
    assertThat(raised.at(15_000, 1).rollup().alarms()).isEqualTo(7);
  }

  @Test
  void noAlarmAndNothingReportedAreNotTheSame() {
    assertThat(new Samples().alarmsAt(0, 0).rollup().alarms()).isZero();
    assertThat(new Samples().at(0, 1).rollup().alarms()).isEqualTo(Observations.NOT_REPORTED);
  }

  @Test
  void aSeriesMayBeMissingAltogether() {
    Observations soc =
        new Observations(
            new long[] {0, 5_000}, Map.of(SOC, new double[] {80, 81}), new long[] {0, 0});
    Accumulator bucket = Samples.accumulator();
    bucket.skip(soc, 0, 1);
    bucket.add(soc, 1, 2);
    Rollup r = bucket.rollup().orElseThrow();
    assertThat(r.chargeIn()).isEqualTo(Rollup.UNKNOWN);
    assertThat(r.stats()).containsOnlyKeys(SOC);
  }

  @Test
  void aBucketWithoutASampleHasNoRollup() {
    Accumulator bucket = Samples.accumulator();
    assertThat(bucket.rollup()).isEmpty();
    Observations before = new Samples().at(0, 1_000).observations();
    bucket.skip(before, 0, 1);
    bucket.add(before, 1, 1);
    assertThat(bucket.rollup()).isEmpty();
  }

  @Test
  void refusesSamplesThatAreNotInOrderOfTime() {
    Observations twice = new Samples().at(5_000, 1).at(5_000, 1).observations();
    assertThatThrownBy(() -> Samples.accumulator().add(twice, 0, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5000");
    Accumulator seededTooLate = Samples.accumulator();
    seededTooLate.seed(new Samples().at(6_000, 1).rollup());
    assertThatThrownBy(() -> seededTooLate.add(twice, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("6000");
  }

  @Test
  void refusesAPeriodOfNoLength() {
    assertThatThrownBy(() -> new Accumulator(CURRENT, POWER, Duration.ofNanos(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void staysExactAtTheLargestPlausibleCurrentAndPower() {
    Samples hour = new Samples();
    for (int i = 0; i <= 720; i++) {
      hour.at(i * 5_000L, 20_000_000, 400_000_000);
    }
    Rollup r = hour.rollup();
    assertThat(r.chargeInAh()).isEqualTo(20_000);
    assertThat(r.energyInWh()).isEqualTo(40_000_000);
  }

  private static void add(Accumulator accumulator, Samples samples) {
    Observations o = samples.observations();
    accumulator.add(o, 0, o.times().length);
  }
}
