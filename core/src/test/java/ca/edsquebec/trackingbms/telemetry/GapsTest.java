package ca.edsquebec.trackingbms.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.measure.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GapsTest {

  private static final Duration PERIOD = Duration.ofSeconds(5);

  /** However they come, and many more than are kept: as one would judge them all at once. */
  @Test
  void timesInPiecesHaveTheSameGaps() {
    Random random = new Random(11);
    for (int round = 0; round < 50; round++) {
      long[] t = new long[random.nextInt(6_000)];
      long usual = 5_000;
      for (int i = 1; i < t.length; i++) {
        usual = random.nextInt(300) == 0 ? 5_000L * (1 + random.nextInt(12)) : usual;
        t[i] = t[i - 1] + usual * (random.nextInt(20) == 0 ? 2 + random.nextInt(9) : 1);
      }
      Gaps gaps = new Gaps(PERIOD);
      List<TimeRange> found = new ArrayList<>();
      for (int from = 0; from < t.length; ) {
        int to = Math.min(t.length, from + 1 + random.nextInt(2_500));
        found.addAll(gaps.add(Arrays.copyOfRange(t, from, to)));
        from = to;
      }
      found.addAll(gaps.end());
      assertThat(found).isEqualTo(allAtOnce(t));
    }
  }

  private static List<TimeRange> allAtOnce(long[] t) {
    List<TimeRange> gaps = new ArrayList<>();
    for (int i = 1; i < t.length; i++) {
      long usual = Math.max(median(t, Math.max(1, i - 10), i), median(t, i + 1, i + 11));
      long pause = t[i] - t[i - 1];
      if (pause > 300_000 || pause > 3 * Math.max(5_000, usual)) {
        gaps.add(new TimeRange(t[i - 1], t[i]));
      }
    }
    return gaps;
  }

  private static long median(long[] t, int from, int to) {
    long[] pauses =
        IntStream.range(from, Math.min(t.length, to))
            .mapToLong(i -> t[i] - t[i - 1])
            .sorted()
            .toArray();
    return pauses.length == 0 ? 0 : pauses[(pauses.length - 1) / 2];
  }

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
