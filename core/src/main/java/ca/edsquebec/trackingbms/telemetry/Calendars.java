package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.fleet.Placement;
import ca.edsquebec.trackingbms.telemetry.rollup.LocalDays;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the days of each battery lie, and how they lay when they were last counted. */
final class Calendars {

  private final Map<Long, LocalDays> days;

  private Calendars(Map<Long, LocalDays> days) {
    this.days = days;
  }

  static Calendars of(Map<Long, List<Placement>> placements) {
    Map<Long, LocalDays> days = new HashMap<>();
    placements.forEach((battery, stays) -> days.put(battery, days(stays)));
    return new Calendars(days);
  }

  /**
   * @param placements in order of time; UTC when there are none
   */
  static LocalDays days(List<Placement> placements) {
    List<LocalDays.Stay> stays =
        placements.stream()
            .map(one -> new LocalDays.Stay(one.since(), one.place().zone()))
            .toList();
    return new LocalDays(
        stays.isEmpty() ? List.of(new LocalDays.Stay(Instant.EPOCH, ZoneOffset.UTC)) : stays);
  }

  LocalDays of(long battery) {
    return days.getOrDefault(battery, days(List.of()));
  }

  /** By battery, from which instant on days may lie differently from how they were counted. */
  Map<Long, Long> changed(TenantDatabase db, TenantId tenant) {
    Map<Long, String> counted = new HashMap<>();
    db.sql(
        tenant,
        (connection, name) -> {
          try (Statement query = connection.createStatement();
              ResultSet rows =
                  query.executeQuery(
                      "SELECT battery_id, stays FROM " + name + ".rollup_calendar")) {
            while (rows.next()) {
              counted.put(rows.getLong(1), rows.getString(2));
            }
          }
          return null;
        });
    Map<Long, Long> changed = new TreeMap<>();
    days.forEach(
        (battery, now) -> {
          String then = counted.get(battery);
          if (!now.text().equals(then)) {
            changed.put(battery, then == null ? Long.MIN_VALUE : now.firstDifference(then));
          }
        });
    return changed;
  }

  /** Takes the days behind an instant away and has their hours counted again. */
  void countAgain(TenantDatabase db, TenantId tenant, long battery, long fromMillis) {
    db.sqlTransaction(
        tenant,
        (connection, name) -> {
          new RollupTable(connection, name, Level.DAY).removeBehind(battery, fromMillis);
          new RollupTable(connection, name, Level.MONTH).removeBehind(battery, fromMillis);
          PendingTable pending = new PendingTable(connection, name);
          pending.markBehind(battery, fromMillis);
          pending.mark(monthWhoseDaysStay(battery, fromMillis));
          try (PreparedStatement replace =
              connection.prepareStatement(
                  "REPLACE INTO %s.rollup_calendar (battery_id, stays) VALUES (?, ?)"
                      .formatted(name))) {
            replace.setLong(1, battery);
            replace.setString(2, of(battery).text());
            return replace.executeUpdate();
          }
        });
  }

  /** The days before stay, also when there is none behind: their month is to be made of them. */
  private List<PendingTable.Pending> monthWhoseDaysStay(long battery, long fromMillis) {
    if (fromMillis == Long.MIN_VALUE || fromMillis == Long.MAX_VALUE) {
      return List.of();
    }
    YearMonth month = YearMonth.from(of(battery).dayOf(fromMillis - 1));
    boolean goesOn = month.equals(YearMonth.from(of(battery).dayOf(fromMillis)));
    return List.of(PendingTable.Pending.at(battery, goesOn ? fromMillis : fromMillis - 1));
  }
}
