package ca.edsquebec.trackingbms.overview;

import static ca.edsquebec.trackingbms.overview.Batteries.NOW;
import static ca.edsquebec.trackingbms.overview.Batteries.alarm;
import static ca.edsquebec.trackingbms.overview.Batteries.said;
import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.measure.AlarmLevel;
import ca.edsquebec.trackingbms.measure.BatteryState;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.telemetry.Latest;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ConditionTest {

  private static final Battery BATTERY = Batteries.battery(1, "B", "T", "P", 100);

  @Test
  void isUnknownWhenNothingWasEverReceived() {
    BatteryNow now = now(Optional.empty());
    assertThat(now.condition()).isEqualTo(Condition.UNKNOWN);
    assertThat(now.ageMillis()).isEqualTo(-1);
    assertThat(now.value(Metric.SOC)).isNaN();
  }

  @Test
  void isStaleBeyondTheThresholdOfTheBattery() {
    assertThat(condition(60_000, s -> s.put(Metric.SOC, 5))).isEqualTo(Condition.NORMAL);
    assertThat(condition(60_001, s -> s.put(Metric.SOC, 5))).isEqualTo(Condition.STALE);
  }

  @Test
  void staleWinsOverAlarms() {
    assertThat(condition(60_001, s -> s.alarms(List.of(alarm(AlarmLevel.CRITICAL, "")))))
        .isEqualTo(Condition.STALE);
  }

  @Test
  void theWorstAlarmDecides() {
    assertThat(
            condition(
                0,
                s ->
                    s.alarms(
                        List.of(alarm(AlarmLevel.WARNING, ""), alarm(AlarmLevel.CRITICAL, "")))))
        .isEqualTo(Condition.CRITICAL);
    assertThat(condition(0, s -> s.alarms(List.of(alarm(AlarmLevel.WARNING, "")))))
        .isEqualTo(Condition.WARNING);
  }

  @Test
  void informationDoesNotCount() {
    assertThat(condition(0, s -> s.alarms(List.of(alarm(AlarmLevel.INFO, "")))))
        .isEqualTo(Condition.NORMAL);
  }

  @Test
  void aFaultIsCriticalWithoutAnyAlarm() {
    assertThat(condition(0, s -> s.state(BatteryState.FAULT))).isEqualTo(Condition.CRITICAL);
  }

  @Test
  void aSampleFromAheadOfOurClockHasNoAge() {
    assertThat(now(said(-5_000, s -> s.put(Metric.SOC, 5))).ageMillis()).isZero();
  }

  @Test
  void showsTheFirstOfTheWorstAlarms() {
    BatteryNow now =
        now(
            said(
                0,
                s ->
                    s.alarms(
                        List.of(
                            alarm(AlarmLevel.INFO, "a"),
                            alarm(AlarmLevel.WARNING, "b"),
                            alarm(AlarmLevel.WARNING, "c")))));
    assertThat(now.worstAlarm()).contains(alarm(AlarmLevel.WARNING, "b"));
    assertThat(now(said(0, s -> s.alarms(List.of()))).worstAlarm()).isEmpty();
  }

  @Test
  void isIdleBelowAHundredthOfItsCapacityAnHour() {
    assertThat(flow(0.99)).contains(Flow.IDLE);
    assertThat(flow(-0.99)).contains(Flow.IDLE);
    assertThat(flow(1)).contains(Flow.CHARGING);
    assertThat(flow(-1)).contains(Flow.DISCHARGING);
    assertThat(flow(Double.NaN)).isEmpty();
  }

  @Test
  void isIdleBelowHalfAnAmpereWhenItsCapacityIsSmallOrUnknown() {
    for (double capacity : new double[] {10, Double.NaN}) {
      Battery small = Batteries.battery(1, "B", "T", "P", capacity);
      assertThat(flow(small, 0.49)).contains(Flow.IDLE);
      assertThat(flow(small, 0.5)).contains(Flow.CHARGING);
    }
  }

  private static Optional<Flow> flow(double current) {
    return flow(BATTERY, current);
  }

  private static Optional<Flow> flow(Battery battery, double current) {
    return BatteryNow.of(battery, said(0, s -> s.put(Metric.CURRENT, current)), NOW).flow();
  }

  private static Condition condition(long age, Consumer<Sample.Builder> values) {
    return now(said(age, values)).condition();
  }

  private static BatteryNow now(Optional<Latest> latest) {
    return BatteryNow.of(BATTERY, latest, NOW);
  }
}
