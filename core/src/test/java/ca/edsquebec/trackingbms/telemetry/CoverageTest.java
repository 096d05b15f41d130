package ca.edsquebec.trackingbms.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.measure.TimeRange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoverageTest {

  private static final Duration PERIOD = Duration.ofSeconds(5);
  private static final TimeRange MINUTE = new TimeRange(0, 60_000);

  @Test
  void aSampleStandsForTheTimeBackToTheOneBefore() {
    long[] t = {5_000, 10_000, 15_000, 25_000, 30_000};
    assertThat(Coverage.of(t, MINUTE, PERIOD)).isEqualTo(0.5);
  }

  @Test
  void behindAGapItStandsForOnePeriod() {
    assertThat(Coverage.of(new long[] {5_000, 55_000}, MINUTE, PERIOD)).isEqualTo(0.1667);
    assertThat(Coverage.of(new long[0], MINUTE, PERIOD)).isZero();
  }

  @Test
  void itIsTheSameInPieces() {
    Coverage coverage = new Coverage(MINUTE, PERIOD);
    coverage.add(new long[] {5_000, 10_000});
    coverage.add(new long[] {15_000, 25_000});
    coverage.add(new long[] {30_000});
    assertThat(coverage.share()).isEqualTo(0.5);
  }

  @Test
  void ofBucketsCountsOnlyWhatTheyShareWithTheRange() {
    RollupSeries hours =
        series(
            List.of(new TimeRange(0, 100), new TimeRange(100, 200), new TimeRange(300, 400)),
            1,
            0.5,
            1);
    assertThat(Coverage.of(hours, new TimeRange(50, 350))).isEqualTo(0.5);
    assertThat(Coverage.of(hours, new TimeRange(0, 200))).isEqualTo(0.75);
  }

  private static RollupSeries series(List<TimeRange> ranges, double... coverage) {
    double[] none = new double[coverage.length];
    return new RollupSeries(
        Level.HOUR,
        ranges,
        new boolean[coverage.length],
        coverage,
        new RollupSeries.Throughput(none, none, none, none),
        Map.of());
  }
}
