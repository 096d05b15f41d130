package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.telemetry.chunk.ChunkWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Every sample of a range, column by column, each column read anew, so that memory does not grow
 * with the range but for the times, which are remembered in few bytes. So all columns have the same
 * rows, also when samples arrive or are removed meanwhile.
 *
 * <p>First {@link #times}, once; then the others in any order. For one thread, which may not be
 * within a unit of work. Nothing needs to be closed.
 */
public final class RawColumns {

  private final Function<List<Metric>, SeriesWalk> walks;
  private final Duration storagePeriod;
  private final Coverage coverage;
  private final RememberedTimes remembered = new RememberedTimes();
  private final TreeMap<Long, TimeRange> damaged = new TreeMap<>();

  /**
   * @param walks over the range, by metrics
   */
  RawColumns(Function<List<Metric>, SeriesWalk> walks, TimeRange range, Duration storagePeriod) {
    this.walks = walks;
    this.storagePeriod = storagePeriod;
    this.coverage = new Coverage(range, storagePeriod);
  }

  /** When there are samples: epoch milliseconds, growing. */
  public void times(Sink<long[]> out) throws IOException {
    try (SeriesWalk walk = walks.apply(List.of());
        ChunkWriter writer = new ChunkWriter(SampleColumns.LAYOUT)) {
      for (Optional<Series> some = walk.next(); some.isPresent(); some = walk.next()) {
        long[] t = some.get().t();
        remembered.add(t, writer);
        coverage.add(t);
        out.write(t);
      }
      note(walk);
    }
  }

  /** Share of the range that was observed, 0 to 1. */
  public double coverage() {
    return coverage.share();
  }

  /** The gaps, as {@link History#thinned} defines them. */
  public void gaps(Sink<TimeRange> out) throws IOException {
    Gaps gaps = new Gaps(storagePeriod);
    remembered.forEach(t -> writeAll(gaps.add(t), out));
    writeAll(gaps.end(), out);
  }

  private static void writeAll(List<TimeRange> gaps, Sink<TimeRange> out) throws IOException {
    for (TimeRange gap : gaps) {
      out.write(gap);
    }
  }

  /** One metric at each of the times, in its unit; NaN where the sample lacks it or is gone. */
  public void values(Metric metric, Sink<double[]> out) throws IOException {
    try (SeriesWalk walk = walks.apply(List.of(metric))) {
      Rows rows = new Rows(walk, metric);
      remembered.forEach(t -> out.write(rows.at(t)));
      note(walk);
    }
  }

  /** Hours whose samples are stored but damaged, of all that was read so far. */
  public List<TimeRange> damaged() {
    return List.copyOf(damaged.values());
  }

  private void note(SeriesWalk walk) {
    walk.damaged().forEach(hour -> damaged.put(hour.fromMillis(), hour));
  }

  /** What a walk gives of one metric, at given times. */
  private static final class Rows {

    private final SeriesWalk walk;
    private final Metric metric;
    private Series series;
    private int next;

    Rows(SeriesWalk walk, Metric metric) {
      this.walk = walk;
      this.metric = metric;
      this.series = walk.next().orElse(null);
    }

    double[] at(long[] times) {
      double[] values = new double[times.length];
      Arrays.fill(values, Double.NaN);
      int row = 0;
      while (row < times.length && series != null) {
        if (next == series.t().length) {
          series = walk.next().orElse(null);
          next = 0;
        } else if (series.t()[next] < times[row]) {
          next++;
        } else {
          if (series.t()[next] == times[row]) {
            values[row] = series.columns().get(metric)[next++];
          }
          row++;
        }
      }
      return values;
    }
  }
}
