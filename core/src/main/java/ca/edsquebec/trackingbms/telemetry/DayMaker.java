package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.telemetry.rollup.LocalDays;
import ca.edsquebec.trackingbms.telemetry.rollup.Rollup;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes the days of one battery from hours and their parts, and its months from days. */
final class DayMaker {

  /** The hours and parts of hours within a range. */
  @FunctionalInterface
  interface Source {
    List<Bucket> pieces(TimeRange range, Cuts cuts) throws SQLException;
  }

  private final long batteryId;
  private final LocalDays days;
  private final long closedMillis;
  private final long nowMillis;

  /**
   * @param closedMillis of what was before, nothing more is to be expected
   */
  DayMaker(long batteryId, LocalDays days, long closedMillis, long nowMillis) {
    this.batteryId = batteryId;
    this.days = days;
    this.closedMillis = closedMillis;
    this.nowMillis = nowMillis;
  }

  /** The days that an hour has a part in. */
  Set<LocalDate> daysOf(long hour) {
    Set<LocalDate> touched = new TreeSet<>();
    LocalDate last = days.dayOf(hour + Hours.MILLIS - 1);
    for (LocalDate day = days.dayOf(hour); !day.isAfter(last); day = day.plusDays(1)) {
      touched.add(day);
    }
    return touched;
  }

  /** Empty when there is no sample. */
  Optional<Bucket> day(LocalDate day, Source source) throws SQLException {
    TimeRange range = days.day(day);
    Cuts cuts = new Cuts(new TreeSet<>(List.of(range.fromMillis(), range.toMillis())));
    return bucket(day, range, source.pieces(range, cuts));
  }

  /** Empty when there are no days. */
  Optional<Bucket> month(YearMonth month, List<Bucket> daysOfIt) {
    return bucket(month.atDay(1), days.month(month), daysOfIt);
  }

  private Optional<Bucket> bucket(LocalDate day, TimeRange range, List<Bucket> parts) {
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    Rollup all = Rollup.merge(parts.stream().map(Bucket::rollup).toList());
    boolean isFinal = range.toMillis() <= closedMillis;
    return Optional.of(new Bucket(batteryId, day, range, isFinal, nowMillis, all));
  }
}
