package ca.edsquebec.trackingbms.connector;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes under names, from senders who forget it once answered. */
class SnapshotsFlushTest {

  private final Snapshots snapshots = new Snapshots(5000, new WorkingState(600_000_000));
  private final List<Sample> cut = new ArrayList<>();

  private void say(long millis, Metric metric, double value) {
    snapshots.take(millis * 1000, List.of(new Reading.Scalar(metric, value)), cut::add);
  }

  private void flush() {
    snapshots.flush(cut::add);
  }

  private List<Long> times() {
    return cut.stream().map(Sample::ts).toList();
  }

  private Sample last() {
    return cut.get(cut.size() - 1);
  }

  @Test
  void requestEndsWithASampleOfAllItSaid() {
    say(1000, Metric.SOC, 50);
    say(1300, Metric.PACK_VOLTAGE, 52);
    flush();
    assertThat(times()).containsExactly(1300L);
    assertThat(last().value(Metric.SOC)).isEqualTo(50);
  }

  @Test
  void withinARequestTheGridThins() {
    for (int second = 1; second <= 12; second++) {
      say(second * 1000L, Metric.SOC, second);
    }
    flush();
    assertThat(times()).containsExactly(5000L, 10_000L, 12_000L);
  }

  @Test
  void whatIsSaidOfAnInstantThatHasASampleComesRightBehindIt() {
    say(1000, Metric.SOC, 50);
    flush();
    say(1000, Metric.PACK_VOLTAGE, 52);
    flush();
    say(400, Metric.CURRENT, 3);
    flush();
    assertThat(times()).containsExactly(1000L, 1001L, 1002L);
    assertThat(last().value(Metric.SOC)).isEqualTo(50);
  }

  @Test
  void repetitionGivesNothingAndALaterOneASample() {
    say(1000, Metric.SOC, 50);
    flush();
    say(1000, Metric.SOC, 50);
    flush();
    assertThat(times()).containsExactly(1000L);
    say(2000, Metric.SOC, 50);
    flush();
    assertThat(times()).containsExactly(1000L, 2000L);
  }

  @Test
  void sampleOnTheGridIsNotCutAgainBehindAFlush() {
    say(5000, Metric.SOC, 50);
    flush();
    say(5000, Metric.PACK_VOLTAGE, 52);
    flush();
    say(6000, Metric.SOC, 51);
    flush();
    assertThat(times()).containsExactly(5000L, 5001L, 6000L);
  }

  @Test
  void laterValueOfANameStands() {
    say(2000, Metric.SOC, 50);
    flush();
    say(1000, Metric.SOC, 40);
    flush();
    assertThat(times()).containsExactly(2000L);
  }

  @Test
  void valueIsBelievedAsLongAsTheStateSays() {
    say(1000, Metric.SOC, 50);
    say(500_000, Metric.PACK_VOLTAGE, 52);
    flush();
    assertThat(last().has(Metric.SOC)).isTrue();
    say(700_000, Metric.PACK_VOLTAGE, 52);
    flush();
    assertThat(last().has(Metric.SOC)).isFalse();
  }
}
