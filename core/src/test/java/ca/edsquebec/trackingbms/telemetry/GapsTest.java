package ca.edsquebec.trackingbms.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.measure.TimeRange;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GapsTest {

  private static final Duration PERIOD = Duration.ofSeconds(5);

  @Test
  void aPauseOfMoreThanThreePeriodsIsAGap() {
    assertThat(gaps(PERIOD, 0, 5, 10, 25, 30, 46)).containsExactly(new TimeRange(30_000, 46_000));
  }

  @Test
  void aSteadyLineHasNone() {
    assertThat(Gaps.of(steady(1000, 5_000), PERIOD)).isEmpty();
  }

  @Test
  void aLineThatWasThinnedToAMinuteIsNotAllGaps() {
    assertThat(Gaps.of(steady(1440, 60_000), PERIOD)).isEmpty();
  }

  @Test
  void aLineThatWasThinnedToAMinuteStillHasItsGaps() {
    long[] t = steady(100, 60_000);
    for (int i = 50; i < 100; i++) {
      t[i] += 130_000;
    }
    assertThat(Gaps.of(t, PERIOD))
        .containsExactly(new TimeRange(49 * 60_000, 50 * 60_000 + 130_000));
  }

  @Test
  void gapsAreFoundOnBothSidesOfAChangeOfPeriod() {
    long[] minutes = steady(60, 60_000);
    long start = minutes[59] + 60_000;
    long[] all =
        LongStream.concat(
                LongStream.of(minutes), LongStream.of(steady(60, 5_000)).map(t -> start + t))
            .map(t -> t >= start + 200_000 ? t + 20_000 : t)
            .toArray();
    assertThat(Gaps.of(all, PERIOD))
        .containsExactly(new TimeRange(start + 195_000, start + 220_000));
  }

  @Test
  void fiveMinutesAreAGapWhateverIsUsual() {
    assertThat(Gaps.of(steady(10, 300_000), PERIOD)).isEmpty();
    assertThat(Gaps.of(steady(10, 300_001), PERIOD)).hasSize(9);
  }

  @Test
  void aLongStoragePeriodIsNoGap() {
    assertThat(Gaps.of(steady(10, 600_000), Duration.ofMinutes(10))).isEmpty();
  }

  @Test
  void oneSampleOrNoneHasNoGap() {
    assertThat(gaps(PERIOD)).isEmpty();
    assertThat(gaps(PERIOD, 7)).isEmpty();
    assertThat(gaps(PERIOD, 7, 30)).hasSize(1);
  }

  private static List<TimeRange> gaps(Duration period, long... seconds) {
    return Gaps.of(LongStream.of(seconds).map(s -> s * 1000).toArray(), period);
  }

  private static long[] steady(int count, long millis) {
    return LongStream.range(0, count).map(i -> i * millis).toArray();
  }
}
