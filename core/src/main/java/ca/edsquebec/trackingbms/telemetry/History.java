package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.Placements;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.telemetry.chunk.Block;
import ca.edsquebec.trackingbms.telemetry.chunk.VectorColumn;
import ca.edsquebec.trackingbms.telemetry.rollup.LocalDays;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What was measured, as it was stored: also samples whose sender's clock was ahead, sealed or not
 * yet. A gap stays a gap. An hour whose chunk is damaged is logged and left out, the rest is there.
 * Safe for any number of threads, none of which may be within a unit of work.
 *
 * <p>Every method throws {@link NotFoundException} when the battery is out of the viewer's scope.
 */
public final class History {

  /** As many numbers are read into memory for one answer: four metrics each 5 s for 23 days. */
  public static final int MOST_NUMBERS = 2_000_000;

  /** No sample is outside of this. */
  private static final TimeRange EVER =
      TimeRange.between(Instant.EPOCH, Instant.parse("2200-01-01T00:00:00Z"));

  /** Of hours, and of samples that are written away. */
  static final Duration LONGEST = Duration.ofDays(400);

  private final TenantDatabase db;
  private final Placements placements;
  private final MetricNames names;

  public History(TenantDatabase db, Placements placements) {
    this.db = db;
    this.placements = placements;
    this.names = new MetricNames(db);
  }

  /**
   * The named metrics by time; a time stands there even when its sample has none of them.
   *
   * @return the earliest of the range, at most as many as asked for: when just as many there may be
   *     more, from a millisecond after the last one on
   * @throws InvalidException for more than {@link #MOST_NUMBERS}
   */
  public Series raw(
      Viewer viewer, long batteryId, TimeRange range, List<Metric> metrics, int maxRows) {
    check(viewer, batteryId, maxRows);
    return read(viewer.tenant(), batteryId, range, metrics, maxRows).series();
  }

  /**
   * Every sample of a range, for whoever writes it away column by column. Reads nothing yet.
   *
   * @param battery one that the caller has looked up for this viewer
   * @throws InvalidException for more than 400 days
   */
  public RawColumns columns(Viewer viewer, Battery battery, TimeRange range) {
    check(viewer, battery.id(), 1);
    requireNotTooLong(
        within(range, battery),
        "samples of at most 400 days at once: ask for one year after another");
    return new RawColumns(
        metrics -> walk(viewer, battery.id(), range, metrics), range, battery.storagePeriod());
  }

  /**
   * A text that is another one when the answer to this question has changed; it may also change
   * when the answer has not, as when an hour is sealed. Reads no sample.
   *
   * @param battery one that the caller has looked up for this viewer
   */
  public String stamp(Viewer viewer, Battery battery, Level level, TimeRange range) {
    check(viewer, battery.id(), 1);
    String days = Calendars.days(placements.of(viewer.tenant(), battery.id())).text();
    String stored =
        db.sql(
            viewer.tenant(),
            (connection, name) -> {
              HistoryStamp stamp = new HistoryStamp(connection, name, battery.id());
              return level == Level.RAW
                  ? stamp.raw(within(range))
                  : stamp.rollups(level, within(range, battery), battery.storagePeriod());
            });
    return String.join(
        " ",
        stored,
        days,
        battery.zone().toString(),
        battery.code(),
        battery.storagePeriod().toString(),
        battery.commissionedAt().toString());
  }

  /**
   * The same without a limit, piece by piece. Close it.
   *
   * @return positioned at the earliest sample of the range
   */
  public SeriesWalk walk(Viewer viewer, long batteryId, TimeRange range, List<Metric> metrics) {
    check(viewer, batteryId, 1);
    MetricNames.Dictionary dictionary = dictionary(viewer.tenant(), metrics);
    return new SeriesWalk(
        samples(viewer.tenant(), batteryId, range, Wanted.metrics(metrics, dictionary)),
        new SeriesCollector(metrics, dictionary));
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
   * @throws InvalidException when that would take more than {@link #MOST_NUMBERS}
   */
  public Thinned thinned(
      Viewer viewer, Battery battery, TimeRange range, List<Metric> metrics, int maxPoints) {
    check(viewer, battery.id(), maxPoints);
    Read read = read(viewer.tenant(), battery.id(), range, metrics, Integer.MAX_VALUE);
    Series all = read.series();
    return new Thinned(
        Thinning.of(all, maxPoints),
        Gaps.of(all.t(), battery.storagePeriod()),
        all.t(),
        read.damaged());
  }

  /**
   * Hours, days or months that overlap the range, the running one included, which is provisional.
   *
   * @param battery one that the caller has looked up for this viewer
   * @param level any but RAW
   * @throws InvalidException for hours of more than 400 days
   */
  public RollupSeries rollups(
      Viewer viewer, Battery battery, Level level, TimeRange range, List<Metric> metrics) {
    check(viewer, battery.id(), 1);
    TimeRange asked = within(range, battery);
    if (level == Level.HOUR) {
      requireNotTooLong(asked, "hours of at most 400 days at once: ask for days");
    }
    LocalDays days = Calendars.days(placements.of(viewer.tenant(), battery.id()));
    List<Bucket> buckets =
        db.sql(
            viewer.tenant(),
            (connection, name) ->
                new RollupHistory(connection, name, battery, days).read(level, asked));
    // After the rollups: a name is in the dictionary before the first sample that uses it.
    return RollupHistory.series(level, buckets, metrics, dictionary(viewer.tenant(), metrics));
  }

  /**
   * Cell voltages by time; samples without any are left out.
   *
   * @param maxRows positive
   * @return the earliest of the range, at most as many as asked for
   */
  public CellSeries cells(Viewer viewer, long batteryId, TimeRange range, int maxRows) {
    check(viewer, batteryId, maxRows);
    List<Long> times = new ArrayList<>();
    List<short[]> cells = new ArrayList<>();
    try (SampleWalk walk = samples(viewer.tenant(), batteryId, range, Wanted.CELLS)) {
      while (walk.hasNext() && times.size() < maxRows) {
        walk.next().forEach(block -> collectCells(block, maxRows, times, cells));
      }
      long[] t = times.stream().mapToLong(Long::longValue).toArray();
      return new CellSeries(t, cells, walk.damaged());
    }
  }

  private static void collectCells(
      Block block, int maxRows, List<Long> times, List<short[]> cells) {
    VectorColumn column = block.vector(SampleColumns.CELLS).orElse(null);
    for (int i = 0; column != null && i < block.size() && times.size() < maxRows; i++) {
      if (column.rows()[i] != null) {
        times.add(block.times()[i]);
        cells.add(column.rows()[i]);
      }
    }
  }

  /**
   * Whole samples, at the resolution of the store.
   *
   * @param limit positive
   * @return the earliest of the range, at most as many as asked for
   */
  public List<Sample> samples(Viewer viewer, long batteryId, TimeRange range, int limit) {
    check(viewer, batteryId, limit);
    List<StoredSample> stored = new ArrayList<>();
    try (SampleWalk walk = samples(viewer.tenant(), batteryId, range, Wanted.ALL)) {
      while (walk.hasNext() && stored.size() < limit) {
        walk.next().forEach(block -> stored.addAll(SampleColumns.toSamples(block)));
      }
    }
    // After the samples: a name is in the dictionary before the first sample that uses it.
    MetricNames.Dictionary dictionary = names.loaded(viewer.tenant());
    return stored.stream().limit(limit).map(one -> one.toSample(dictionary::name)).toList();
  }

  private record Read(Series series, List<TimeRange> damaged) {}

  private Read read(
      TenantId tenant, long batteryId, TimeRange range, List<Metric> metrics, int maxRows) {
    MetricNames.Dictionary dictionary = dictionary(tenant, metrics);
    SeriesCollector collector = new SeriesCollector(metrics, dictionary);
    try (SampleWalk walk = samples(tenant, batteryId, range, Wanted.metrics(metrics, dictionary))) {
      while (walk.hasNext() && collector.size() < maxRows) {
        walk.next().forEach(collector::add);
        requireNotTooMany(collector);
      }
      return new Read(collector.toSeries(maxRows), walk.damaged());
    }
  }

  private static void requireNotTooMany(SeriesCollector collector) {
    if (collector.numbers() > MOST_NUMBERS) {
      throw new InvalidException(
          "to",
          "more than %d numbers at once: ask for a shorter time, fewer metrics or hours"
              .formatted(MOST_NUMBERS));
    }
  }

  private static void requireNotTooLong(TimeRange range, String message) {
    if (range.length().compareTo(LONGEST) > 0) {
      throw new InvalidException("to", message);
    }
  }

  private MetricNames.Dictionary dictionary(TenantId tenant, List<Metric> metrics) {
    return names.known(
        tenant,
        metrics.stream()
            .filter(metric -> ScalarColumn.of(metric).isEmpty())
            .map(Metric::jsonName)
            .toList());
  }

  private SampleWalk samples(TenantId tenant, long batteryId, TimeRange range, Wanted wanted) {
    return new SampleWalk(db, tenant, batteryId, within(range), wanted);
  }

  /** Calculations with the two ends of time would overflow. */
  static TimeRange within(TimeRange range) {
    long from = Math.max(range.fromMillis(), EVER.fromMillis());
    return new TimeRange(
        Math.min(from, EVER.toMillis()),
        Math.max(Math.min(range.toMillis(), EVER.toMillis()), Math.min(from, EVER.toMillis())));
  }

  /** Nothing of a battery is older than the earliest sample it can have. */
  static TimeRange within(TimeRange range, Battery battery) {
    TimeRange asked = within(range);
    long from = Math.max(asked.fromMillis(), battery.earliestSample().toEpochMilli());
    return new TimeRange(Math.min(from, asked.toMillis()), asked.toMillis());
  }

  private static void check(Viewer viewer, long batteryId, int rows) {
    if (!viewer.scope().includes(batteryId)) {
      throw new NotFoundException("battery " + batteryId);
    }
    if (rows < 1) {
      throw new IllegalArgumentException("not a number of rows: " + rows);
    }
  }
}
