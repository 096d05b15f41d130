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

  /** The longer of what is usual before and behind: where the period changes, neither is a gap. */
  private long usual(int row) {
    return Math.max(
        median(Math.max(1, row - NEIGHBOURS), row),
        median(row + 1, Math.min(t.length, row + 1 + NEIGHBOURS)));
  }

  /** Of the pauses that end at these rows; 0 when there are none. */
  private long median(int from, int to) {
    long[] pauses = new long[Math.max(0, to - from)];
    Arrays.setAll(pauses, i -> t[from + i] - t[from + i - 1]);
    Arrays.sort(pauses);
    return pauses.length == 0 ? 0 : pauses[(pauses.length - 1) / 2];
  }
}
