package ca.edsquebec.trackingbms.web.fleet;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.telemetry.History;
import ca.edsquebec.trackingbms.telemetry.Thinned;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.web.page.Spark;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The last quarter of an hour of some metrics, as small lines. */
final class Recent {

  private static final Duration LENGTH = Duration.ofMinutes(15);
  private static final int POINTS = 45;

  private Recent() {}

  static Map<Metric, Spark> of(
      History history, Viewer viewer, Battery battery, List<Metric> metrics, long nowMillis) {
    TimeRange range = new TimeRange(nowMillis - LENGTH.toMillis(), nowMillis + 1);
    // Two a metric in each part of time: what is drawn is among them.
    Thinned read =
        history.thinned(viewer, battery, range, metrics, 2 * POINTS * metrics.size() + 2);
    Map<Metric, Spark> lines = new EnumMap<>(Metric.class);
    int[] rows = rows(read, range, battery.staleThreshold().toMillis());
    read.series()
        .columns()
        .forEach(
            (metric, column) ->
                lines.put(
                    metric,
                    Spark.of(
                        Arrays.stream(rows)
                            .mapToDouble(row -> row < 0 ? Double.NaN : column[row])
                            .toArray())));
    return lines;
  }

  /** For each point the newest row until then; −1 where the battery was silent. */
  private static int[] rows(Thinned read, TimeRange range, long staleMillis) {
    long[] t = read.series().t();
    int[] rows = new int[POINTS];
    int next = 0;
    for (int i = 0; i < POINTS; i++) {
      long end = range.fromMillis() + (i + 1) * LENGTH.toMillis() / POINTS;
      while (next < t.length && t[next] <= end) {
        next++;
      }
      boolean isSilent =
          next == 0
              || read.gaps().stream()
                  .anyMatch(gap -> gap.fromMillis() < end && end < gap.toMillis())
              || (next == t.length && end - t[next - 1] > staleMillis);
      rows[i] = isSilent ? -1 : next - 1;
    }
    return rows;
  }
}
