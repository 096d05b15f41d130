package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds where a battery was silent. */
final class Gaps {

  /** A pause of more periods than this is a gap. */
  private static final int PERIODS = 3;

  private static final long ALWAYS_MILLIS = Duration.ofMinutes(5).toMillis();

  /** So many pauses before and after tell what is usual there. */
  private static final int NEIGHBOURS = 10;

  private final long[] t;
  private final long period;

  private Gaps(long[] t, long period) {
    this.t = t;
    this.period = period;
  }

  /**
   * @param t growing
   */
  static List<TimeRange> of(long[] t, Duration storagePeriod) {
    return new Gaps(t, storagePeriod.toMillis()).find();
  }

  private List<TimeRange> find() {
    long most = Math.max(ALWAYS_MILLIS, PERIODS * period);
    List<TimeRange> gaps = new ArrayList<>();
    for (int i = 1; i < t.length; i++) {
      long pause = t[i] - t[i - 1];
      if (pause > most || (pause > PERIODS * period && pause > PERIODS * usual(i))) {
        gaps.add(new TimeRange(t[i - 1], t[i]));
      }
    }
    return gaps;
  }

  /** The median of the pauses around the one that ends at a row; 0 when there are no others. */
  private long usual(int row) {
    int from = Math.max(1, row - NEIGHBOURS);
    int to = Math.min(t.length - 1, row + NEIGHBOURS);
    long[] pauses = new long[to - from];
    int size = 0;
    for (int i = from; i <= to; i++) {
      if (i != row) {
        pauses[size++] = t[i] - t[i - 1];
      }
    }
    Arrays.sort(pauses);
    return size == 0 ? 0 : pauses[(size - 1) / 2];
  }
}
