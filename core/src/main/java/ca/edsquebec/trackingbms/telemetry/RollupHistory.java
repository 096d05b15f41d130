package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.telemetry.rollup.LocalDays;
import ca.edsquebec.trackingbms.telemetry.rollup.Rollup;
import ca.edsquebec.trackingbms.telemetry.rollup.Stat;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads the rollups of one battery, and makes those that are not up to date: of the running hour,
 * of today, of what came late. In the order in which samples move, so that none is missed.
 */
final class RollupHistory {

  private final Connection connection;
  private final String db;
  private final long batteryId;
  private final LocalDays days;
  private final DayMaker maker;
  private final Pieces pieces;

  RollupHistory(Connection connection, String db, Battery battery, LocalDays days) {
    this.connection = connection;
    this.db = db;
    this.batteryId = battery.id();
    this.days = days;
    // What is made here is provisional: the next pass will write it.
    this.maker = new DayMaker(batteryId, days, Long.MIN_VALUE, 0);
    this.pieces = new Pieces(connection, db, batteryId, battery.storagePeriod());
  }

  /** The buckets that overlap the range. */
  List<Bucket> read(Level level, TimeRange range) throws SQLException {
    if (range.fromMillis() == range.toMillis()) {
      return List.of();
    }
    return switch (level) {
      case HOUR -> {
        long from = Hours.startOf(range.fromMillis());
        yield pieces.current(new TimeRange(from, range.toMillis()), Cuts.NONE);
      }
      case DAY -> {
        long from = days.day(days.dayOf(range.fromMillis())).fromMillis();
        yield days(new TimeRange(from, days.day(days.dayOf(range.toMillis() - 1)).toMillis()));
      }
      case MONTH -> {
        YearMonth first = YearMonth.from(days.dayOf(range.fromMillis()));
        YearMonth last = YearMonth.from(days.dayOf(range.toMillis() - 1));
        yield months(new TimeRange(days.month(first).fromMillis(), days.month(last).toMillis()));
      }
      case RAW -> throw new IllegalArgumentException("samples are no rollup");
    };
  }

  private List<Bucket> days(TimeRange range) throws SQLException {
    Map<LocalDate, Bucket> made = new TreeMap<>();
    for (LocalDate day : touched(range)) {
      maker.day(day, pieces::current).ifPresent(bucket -> made.put(day, bucket));
    }
    for (Bucket stored : table(Level.DAY, range)) {
      made.putIfAbsent(stored.day(), stored);
    }
    return List.copyOf(made.values());
  }

  private List<Bucket> months(TimeRange range) throws SQLException {
    Map<LocalDate, Bucket> made = new TreeMap<>();
    Set<YearMonth> touched = new TreeSet<>();
    touched(range).forEach(day -> touched.add(YearMonth.from(day)));
    for (YearMonth month : touched) {
      maker
          .month(month, days(days.month(month)))
          .ifPresent(bucket -> made.put(bucket.day(), bucket));
    }
    for (Bucket stored : table(Level.MONTH, range)) {
      made.putIfAbsent(stored.day(), stored);
    }
    return List.copyOf(made.values());
  }

  private List<Bucket> table(Level level, TimeRange range) throws SQLException {
    return new RollupTable(connection, db, level).within(List.of(batteryId), range);
  }

  /** Days of hours that have samples not sealed, or that changed since the days were made. */
  private Set<LocalDate> touched(TimeRange range) throws SQLException {
    long from = Hours.startOf(range.fromMillis());
    Set<LocalDate> touched = new TreeSet<>();
    for (long hour : unsealed(from, range.toMillis())) {
      touched.addAll(maker.daysOf(hour));
    }
    for (PendingTable.Pending hour :
        new PendingTable(connection, db).within(batteryId, new TimeRange(from, range.toMillis()))) {
      touched.addAll(maker.daysOf(hour.hour()));
    }
    touched.removeIf(day -> !range.contains(days.day(day).fromMillis()));
    return touched;
  }

  private Set<Long> unsealed(long from, long to) throws SQLException {
    Set<Long> hours = new TreeSet<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT DISTINCT ts DIV %d FROM %s.sample WHERE battery_id = ? AND ts >= ? AND ts < ?"
                .formatted(Hours.MILLIS, db))) {
      query.setLong(1, batteryId);
      query.setLong(2, from);
      query.setLong(3, to);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          hours.add(rows.getLong(1) * Hours.MILLIS);
        }
      }
    }
    return hours;
  }

  /** Column by column, in the units of the metrics. */
  static RollupSeries series(
      Level level, List<Bucket> buckets, List<Metric> metrics, MetricNames.Dictionary names) {
    int size = buckets.size();
    boolean[] provisional = new boolean[size];
    double[][] columns = new double[5][size];
    for (int i = 0; i < size; i++) {
      Rollup rollup = buckets.get(i).rollup();
      provisional[i] = !buckets.get(i).isFinal();
      columns[0][i] = rollup.coverage(buckets.get(i).range());
      columns[1][i] = rollup.chargeInAh();
      columns[2][i] = rollup.chargeOutAh();
      columns[3][i] = rollup.energyInWh();
      columns[4][i] = rollup.energyOutWh();
    }
    Map<Metric, RollupSeries.Means> means = new HashMap<>();
    metrics.forEach(metric -> means.put(metric, means(buckets, metric, names)));
    return new RollupSeries(
        level,
        buckets.stream().map(Bucket::range).toList(),
        provisional,
        columns[0],
        new RollupSeries.Throughput(columns[1], columns[2], columns[3], columns[4]),
        means);
  }

  private static RollupSeries.Means means(
      List<Bucket> buckets, Metric metric, MetricNames.Dictionary names) {
    double[][] columns = new double[4][buckets.size()];
    for (double[] column : columns) {
      Arrays.fill(column, Double.NaN);
    }
    for (int i = 0; i < buckets.size(); i++) {
      Optional<Stat> stat = SampleObservations.stat(buckets.get(i).rollup().stats(), metric, names);
      if (stat.isPresent()) {
        columns[0][i] = stat.get().mean();
        columns[1][i] = stat.get().min();
        columns[2][i] = stat.get().max();
        columns[3][i] = stat.get().last();
      }
    }
    return new RollupSeries.Means(columns[0], columns[1], columns[2], columns[3]);
  }
}
