package ca.edsquebec.trackingbms.telemetry.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.measure.TimeRange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RollupTest {

  private static final long UNKNOWN = Rollup.UNKNOWN;

  @Test
  void tellsAmpereHoursAndWattHours() {
    Rollup r = charge(3_600_000_000L, 1_800_000_000L, 36_000_000, 9_000_000);
    assertThat(r.chargeInAh()).isEqualTo(1);
    assertThat(r.chargeOutAh()).isEqualTo(0.5);
    assertThat(r.energyInWh()).isEqualTo(1);
    assertThat(r.energyOutWh()).isEqualTo(0.25);
  }

  @Test
  void whatIsUnknownIsNoNumber() {
    Rollup r = charge(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
    assertThat(r.chargeInAh()).isNaN();
    assertThat(r.chargeOutAh()).isNaN();
    assertThat(r.energyInWh()).isNaN();
    assertThat(r.energyOutWh()).isNaN();
  }

  @Test
  void coverageIsAShareOfTheBucketAndNeverMoreThanAll() {
    Rollup r = observed(1_000);
    assertThat(r.coverage(new TimeRange(0, 4_000))).isEqualTo(0.25);
    assertThat(r.coverage(new TimeRange(0, 900))).isEqualTo(1);
    assertThat(r.coverage(new TimeRange(0, 0))).isZero();
  }

  @Test
  void whatIsKnownStandsBesideWhatIsUnknown() {
    Rollup unknown = charge(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
    Rollup known = charge(10, 20, 30, 40);
    assertThat(Rollup.merge(List.of(unknown, unknown)).chargeIn()).isEqualTo(UNKNOWN);
    for (List<Rollup> both : List.of(List.of(unknown, known), List.of(known, unknown))) {
      Rollup merged = Rollup.merge(both);
      assertThat(merged.chargeIn()).isEqualTo(10);
      assertThat(merged.chargeOut()).isEqualTo(20);
      assertThat(merged.energyIn()).isEqualTo(30);
      assertThat(merged.energyOut()).isEqualTo(40);
    }
    assertThat(Rollup.merge(List.of(known, known)).energyOut()).isEqualTo(80);
  }

  @Test
  void alarmsOfAnyBucketAreThoseOfAll() {
    assertThat(Rollup.merge(List.of(alarms(1), alarms(-1), alarms(6))).alarms()).isEqualTo(7);
    assertThat(Rollup.merge(List.of(alarms(-1), alarms(0))).alarms()).isZero();
    assertThat(Rollup.merge(List.of(alarms(-1), alarms(-1))).alarms())
        .isEqualTo(Observations.NOT_REPORTED);
  }

  @Test
  void theLastValueIsTheNewestThatWasKnown() {
    Rollup first = stats(5_000, Map.of(1, new Stat(2, 9, 4, 5, 5, 4_000)));
    Rollup second = stats(9_000, Map.of(2, new Stat(1, 7, 7, 7, 7, 9_000)));
    Rollup third = stats(12_000, Map.of(1, new Stat(3, 3, -2, 4, 1, 11_000)));
    Rollup merged = Rollup.merge(List.of(first, second, third));
    assertThat(merged.lastTs()).isEqualTo(12_000);
    assertThat(merged.stats())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(1, new Stat(5, 12, -2, 5, 1, 11_000), 2, new Stat(1, 7, 7, 7, 7, 9_000)));
    assertThat(merged.stats().get(1).mean()).isEqualTo(2.4);
  }

  @Test
  void oneAloneIsItself() {
    Rollup r = charge(1, 2, 3, 4);
    assertThat(Rollup.merge(List.of(r))).isEqualTo(r);
  }

  @Test
  void refusesToMergeNothing() {
    assertThatThrownBy(() -> Rollup.merge(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesHalfAPair() {
    assertThatThrownBy(() -> charge(1, UNKNOWN, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("charge");
    assertThatThrownBy(() -> charge(1, 1, -2, -2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("energy");
  }

  @Test
  void refusesToBeOfNoSample() {
    assertThatThrownBy(() -> new Rollup(0, 0, 0, 0, 0, 0, 0, 0, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Rollup charge(long chargeIn, long chargeOut, long energyIn, long energyOut) {
    return new Rollup(1, 0, 5_000, chargeIn, chargeOut, energyIn, energyOut, 0, Map.of());
  }

  private static Rollup observed(long millis) {
    return new Rollup(1, 0, millis, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, 0, Map.of());
  }

  private static Rollup alarms(long alarms) {
    return new Rollup(1, 0, 5_000, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, alarms, Map.of());
  }

  private static Rollup stats(long lastTs, Map<Integer, Stat> stats) {
    return new Rollup(1, lastTs, 5_000, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, 0, stats);
  }
}
