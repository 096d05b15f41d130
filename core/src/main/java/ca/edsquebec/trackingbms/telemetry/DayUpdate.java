package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.telemetry.rollup.LocalDays;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes the days and months of one battery anew that some hours have a part in. */
final class DayUpdate {

  private final long batteryId;
  private final long closedMillis;
  private final LocalDays days;
  private final DayMaker maker;
  private final Pieces pieces;
  private final PendingTable pending;
  private final RollupTable dayTable;
  private final RollupTable monthTable;

  DayUpdate(
      Connection connection,
      String db,
      long batteryId,
      Duration period,
      LocalDays days,
      long closedMillis,
      long nowMillis) {
    this.batteryId = batteryId;
    this.closedMillis = closedMillis;
    this.days = days;
    this.maker = new DayMaker(batteryId, days, closedMillis, nowMillis);
    this.pieces = new Pieces(connection, db, batteryId, period);
    this.pending = new PendingTable(connection, db);
    this.dayTable = new RollupTable(connection, db, Level.DAY);
    this.monthTable = new RollupTable(connection, db, Level.MONTH);
  }

  /**
   * @return how many were written
   * @throws BusyException when an hour changed meanwhile: nothing of this may be kept
   */
  int run(List<PendingTable.Pending> hours) throws SQLException {
    Set<LocalDate> touched = new TreeSet<>();
    hours.forEach(hour -> touched.addAll(maker.daysOf(hour.hour())));
    List<Bucket> newDays = new ArrayList<>();
    for (LocalDate day : touched) {
      maker.day(day, pieces::sealed).ifPresent(newDays::add);
    }
    dayTable.put(newDays);
    List<Bucket> newMonths = new ArrayList<>();
    Set<YearMonth> months =
        touched.stream().map(YearMonth::from).collect(Collectors.toCollection(TreeSet::new));
    for (YearMonth month : months) {
      TimeRange range = days.month(month);
      maker.month(month, dayTable.within(List.of(batteryId), range)).ifPresent(newMonths::add);
    }
    monthTable.put(newMonths);
    if (!pending.done(hours)) {
      throw new BusyException("another program counted the same hours");
    }
    lookAgain(newDays);
    lookAgain(newMonths);
    return newDays.size() + newMonths.size();
  }

  /** What is provisional becomes final when its last hour is closed, with or without samples. */
  private void lookAgain(List<Bucket> buckets) throws SQLException {
    pending.mark(
        buckets.stream()
            .filter(bucket -> bucket.range().toMillis() > closedMillis)
            .map(bucket -> PendingTable.Pending.at(batteryId, bucket.range().toMillis() - 1))
            .toList());
  }
}
