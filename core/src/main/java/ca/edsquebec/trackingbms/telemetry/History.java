package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What was measured, as it was stored: also samples whose sender's clock was ahead. A gap stays a
 * gap. Safe for any number of threads, none of which may be within a unit of work.
 *
 * <p>Every method answers the earliest rows of the range, at most as many as asked for: when it
 * answers just as many there may be more, from a millisecond after the last one on. Every method
 * throws {@link NotFoundException} when the battery is out of the viewer's scope and {@link
 * InvalidException} for a range longer than {@link #LONGEST_RANGE}.
 */
public final class History {

  /** A day in local time has up to 25 hours. */
  public static final Duration LONGEST_RANGE = Duration.ofHours(25);

  /** A day at one sample a second, the shortest storage period. */
  public static final int MAX_ROWS = 90_000;

  private final MetricNames names;
  private final HistoryPages pages;

  public History(TenantDatabase db) {
    this.names = new MetricNames(db);
    this.pages = new HistoryPages(db);
  }

  /**
   * The named metrics by time; a time stands there even when its sample has none of them.
   *
   * @param maxRows positive
   */
  public Series raw(
      Viewer viewer, long batteryId, TimeRange range, List<Metric> metrics, int maxRows) {
    check(viewer, batteryId, range, maxRows);
    List<String> wanted =
        metrics.stream()
            .filter(metric -> ScalarColumn.of(metric).isEmpty())
            .map(Metric::jsonName)
            .toList();
    SeriesReader reader = new SeriesReader(metrics, names.known(viewer.tenant(), wanted));
    pages.read(viewer.tenant(), batteryId, range, maxRows, reader.columns(), "", reader);
    return reader.toSeries();
  }

  /**
   * For a picture: as {@link #raw}, but of many rows only those are kept that hold the lowest and
   * the highest value of each metric within equal parts of time, and the first and the last. What
   * is kept is exactly as measured, and no spike disappears.
   *
   * <p>The gaps are those before thinning: pauses of more than 3 times what is to be expected,
   * which is the storage period, or the median of the ten pauses before or of the ten behind when
   * that is longer (older data may have been thinned to a longer period). A pause of more than 5
   * min always is one, unless 3 storage periods are longer.
   *
   * @param battery one that the caller has looked up for this viewer
   * @param maxPoints 2 at least; with fewer than 2 and 2 a metric, extremes may be left out
   */
  public Thinned thinned(
      Viewer viewer, Battery battery, TimeRange range, List<Metric> metrics, int maxPoints) {
    Series all = raw(viewer, battery.id(), range, metrics, MAX_ROWS);
    return new Thinned(
        Thinning.of(all, maxPoints), Gaps.of(all.t(), battery.storagePeriod()), all.t());
  }

  /**
   * Cell voltages by time; samples without any are left out.
   *
   * @param maxRows positive
   */
  public CellSeries cells(Viewer viewer, long batteryId, TimeRange range, int maxRows) {
    check(viewer, batteryId, range, maxRows);
    List<Long> times = new ArrayList<>();
    List<byte[]> cells = new ArrayList<>();
    pages.read(
        viewer.tenant(),
        batteryId,
        range,
        maxRows,
        ", cells",
        " AND cells IS NOT NULL",
        row -> {
          times.add(row.getLong(1));
          cells.add(row.getBytes(2));
        });
    return new CellSeries(times.stream().mapToLong(Long::longValue).toArray(), cells);
  }

  /**
   * Whole samples, at the resolution of the store.
   *
   * @param limit positive
   */
  public List<Sample> samples(Viewer viewer, long batteryId, TimeRange range, int limit) {
    check(viewer, batteryId, range, limit);
    List<StoredSample> rows = new ArrayList<>();
    pages.read(
        viewer.tenant(),
        batteryId,
        range,
        limit,
        ", " + StoredSample.COLUMNS,
        "",
        row -> rows.add(StoredSample.read(row, 2)));
    // After the rows: a name is in the dictionary before the first row that uses it.
    MetricNames.Dictionary dictionary = names.loaded(viewer.tenant());
    return rows.stream().map(row -> row.toSample(dictionary::name)).toList();
  }

  private static void check(Viewer viewer, long batteryId, TimeRange range, int rows) {
    if (!viewer.scope().includes(batteryId)) {
      throw new NotFoundException("battery " + batteryId);
    }
    if (rows < 1) {
      throw new IllegalArgumentException("not a number of rows: " + rows);
    }
    long length = range.toMillis() - range.fromMillis();
    // Negative when the two ends of time were given.
    if (length < 0 || length > LONGEST_RANGE.toMillis()) {
      throw new InvalidException(
          "to", "at most %d hours at once".formatted(LONGEST_RANGE.toHours()));
    }
  }
}
