package ca.edsquebec.trackingbms.intake;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.measure.BatteryState;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one sample says and another does not. */
class SayingTest {

  private static final double UNKNOWN = Double.NaN;

  private static Sample.Builder sample() {
    return new Sample.Builder(1000);
  }

  private static boolean saysMore(Sample.Builder sent, Sample.Builder stored) {
    return Saying.saysMore(sent.build(), stored.build());
  }

  @Test
  void cellsAndTemperaturesAreComparedOneByOne() {
    Sample.Builder second = sample().cellVoltages(UNKNOWN, 3.3);
    assertThat(saysMore(sample().cellVoltages(3.2), second)).isTrue();
    assertThat(saysMore(sample().cellVoltages(UNKNOWN, 3.1), second)).isFalse();
    assertThat(saysMore(sample().cellVoltages(UNKNOWN, UNKNOWN, 3.1), second)).isTrue();
    assertThat(saysMore(sample().cellVoltages(UNKNOWN, UNKNOWN, UNKNOWN), second)).isFalse();
    Sample.Builder probe = sample().temperatures(UNKNOWN, 21);
    assertThat(saysMore(sample().temperatures(20), probe)).isTrue();
    assertThat(saysMore(sample().temperatures(UNKNOWN, 22), probe)).isFalse();
  }

  @Test
  void furtherMetricsAreComparedByName() {
    Sample.Builder stored = sample().extra("a", 1);
    assertThat(saysMore(sample().extra("b", 1), stored)).isTrue();
    assertThat(saysMore(sample().extra("a", 2), stored)).isFalse();
  }

  @Test
  void balancingOfACellThatIsNotThereIsMore() {
    Sample.Builder stored = sample().balancing(false, true);
    assertThat(saysMore(sample().balancing(true), stored)).isTrue();
    assertThat(saysMore(sample().balancing(false), sample())).isTrue();
    assertThat(saysMore(sample().balancing(false, false, false), stored)).isTrue();
    assertThat(saysMore(sample().balancing(false, true), stored)).isFalse();
  }

  @Test
  void theRestIsComparedByWhetherItIsThere() {
    assertThat(saysMore(sample().put(Metric.SOC, 1), sample())).isTrue();
    assertThat(saysMore(sample().put(Metric.SOC, 1), sample().put(Metric.SOC, 2))).isFalse();
    assertThat(saysMore(sample().state(BatteryState.CHARGING), sample())).isTrue();
    assertThat(saysMore(sample().alarms(List.of()), sample())).isTrue();
    assertThat(saysMore(sample().chargeAllowed(false), sample())).isTrue();
    assertThat(saysMore(sample().dischargeAllowed(false), sample())).isTrue();
    assertThat(saysMore(sample(), sample().chargeAllowed(true))).isFalse();
  }
}
