package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds where a battery was silent, in times that are handed over bit by bit; keeps no more of them
 * than it still needs.
 */
final class Gaps {

  /** A pause of more periods than this is a gap. */
  private static final int PERIODS = 3;

  private static final long ALWAYS_MILLIS = Duration.ofMinutes(5).toMillis();

  /** So many pauses before and after tell what is usual there. */
  private static final int NEIGHBOURS = 10;

  private final long period;
  private final long most;
  private final long[] t = new long[1024];
  private int size;

  /** The first row whose pause is not judged yet. */
  private int next = 1;

  Gaps(Duration storagePeriod) {
    this.period = storagePeriod.toMillis();
    this.most = Math.max(ALWAYS_MILLIS, PERIODS * period);
  }

  /**
   * @param times growing
   */
  static List<TimeRange> of(long[] times, Duration storagePeriod) {
    Gaps gaps = new Gaps(storagePeriod);
    List<TimeRange> all = gaps.add(times);
    all.addAll(gaps.end());
    return all;
  }

  /**
   * The gaps that are certain now, in order of time.
   *
   * @param times growing, and later than all before
   */
  List<TimeRange> add(long[] times) {
    List<TimeRange> found = new ArrayList<>();
    for (long time : times) {
      if (size == t.length) {
        judge(size - NEIGHBOURS, found);
        forget();
      }
      t[size++] = time;
    }
    return found;
  }

  /** The rest; nothing may be added behind this. */
  List<TimeRange> end() {
    List<TimeRange> found = new ArrayList<>();
    judge(size, found);
    return found;
  }

  private void judge(int end, List<TimeRange> found) {
    for (; next < end; next++) {
      long pause = t[next] - t[next - 1];
      if (pause > most || (pause > PERIODS * period && pause > PERIODS * usual(next))) {
        found.add(new TimeRange(t[next - 1], t[next]));
      }
    }
  }

  private void forget() {
    int first = next - 1 - NEIGHBOURS;
    System.arraycopy(t, first, t, 0, size - first);
    size -= first;
    next -= first;
  }

  /** The longer of what is usual before and behind: where the period changes, neither is a gap. */
  private long usual(int row) {
    return Math.max(
        median(Math.max(1, row - NEIGHBOURS), row),
        median(row + 1, Math.min(size, row + 1 + NEIGHBOURS)));
  }

  /** Of the pauses that end at these rows; 0 when there are none. */
  private long median(int from, int to) {
    long[] pauses = new long[Math.max(0, to - from)];
    Arrays.setAll(pauses, i -> t[from + i] - t[from + i - 1]);
    Arrays.sort(pauses);
    return pauses.length == 0 ? 0 : pauses[(pauses.length - 1) / 2];
  }
}
