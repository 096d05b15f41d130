package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.BatteryStatus;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.tenant.RetentionPeriod;
import ca.edsquebec.trackingbms.tenant.RetentionPeriods;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/**
 * How much of the disk a client takes and will take. The growth is measured by what was sealed of
 * the last 7 days, battery by battery, of one that has begun since from its first hour on. What
 * came within that time for earlier hours, such as an import of old data, counts as there but not
 * as growth.
 *
 * <p>When nothing was sealed in that time, batteries that are not retired are thought to bring a
 * sample each storage period, of {@value #BYTES_A_SAMPLE} bytes, and {@value #BYTES_A_ROLLUP} bytes
 * of rollup each hour and each day.
 *
 * <p>Reads a week of chunks, in steps of a battery: for once a day, not for each page. Safe for any
 * number of threads, none of which may be within a unit of work.
 */
public final class DiskForecast {

  static final int BYTES_A_SAMPLE = 16;
  static final int BYTES_A_ROLLUP = 500;

  private static final Duration WINDOW = Duration.ofDays(7);
  private static final double DAY = Duration.ofDays(1).toMillis();

  private final TenantDatabase db;
  private final RetentionPeriods periods;
  private final BatteryDirectory batteries;
  private final Clock clock;

  public DiskForecast(
      TenantDatabase db, RetentionPeriods periods, BatteryDirectory batteries, Clock clock) {
    this.db = db;
    this.periods = periods;
    this.batteries = batteries;
    this.clock = clock;
  }

  /** Of one client's database, as it is now. */
  public DiskUse of(TenantId tenant) {
    RetentionPeriod kept = periods.of(tenant);
    List<Battery> fleet = batteries.all(Viewer.system(tenant));
    return db.sql(
        tenant, (connection, name) -> new Survey(connection, name, clock).use(kept, fleet));
  }

  /** What is found over one connection. */
  private static final class Survey {
    private final Connection connection;
    private final String db;
    private final DiskTables tables;
    private final Instant now;
    private final TimeRange window;

    Survey(Connection connection, String db, Clock clock) {
      this.connection = connection;
      this.db = db;
      this.tables = new DiskTables(connection, db);
      this.now = clock.instant();
      long closed = Sealing.closedBefore(clock);
      this.window = new TimeRange(closed - WINDOW.toMillis(), closed);
    }

    DiskUse use(RetentionPeriod kept, List<Battery> fleet) throws SQLException {
      DiskUse.Growth measured = measured();
      DiskUse.Growth growth = measured.samplesPerDay() > 0 ? measured : expected(fleet);
      TimeRange firsts = firsts();
      DiskOutlook outlook =
          new DiskOutlook(
              tables.kinds(), growth, days(now, kept.expiry(now)), daysSince(firsts.fromMillis()));
      Instant full = kept.expiry(Instant.ofEpochMilli(firsts.toMillis()));
      Instant from = full.isBefore(now) ? now : full;
      return new DiskUse(
          outlook.now(),
          growth,
          kept,
          outlook.bytesIn(30),
          outlook.bytesIn(365),
          new DiskUse.Balance(from, outlook.bytesBalancedIn(days(now, from))));
    }

    private DiskUse.Growth measured() throws SQLException {
      double samples = 0;
      double chunkBytes = 0;
      double rollupBytes = 0;
      for (long battery : BatterySeeks.in(connection, db + ".rollup_hour")) {
        long first = tables.first("rollup_hour", "t0", battery).orElseThrow();
        long from = Math.max(first, window.fromMillis());
        if (from < window.toMillis()) {
          TimeRange hours = new TimeRange(from, window.toMillis());
          double days = hours.length().toMillis() / DAY;
          DiskTables.Sum rollups = tables.rollups(battery, hours);
          samples += rollups.samples() / days;
          rollupBytes += rollups.bytes() / days;
          chunkBytes += tables.chunks(battery, hours).bytes() / days;
        }
      }
      return new DiskUse.Growth(
          true, Math.round(samples), Math.round(chunkBytes), Math.round(rollupBytes));
    }

    private static DiskUse.Growth expected(List<Battery> fleet) {
      List<Battery> used =
          fleet.stream().filter(battery -> battery.status() != BatteryStatus.RETIRED).toList();
      double samples =
          used.stream().mapToDouble(battery -> DAY / battery.storagePeriod().toMillis()).sum();
      return new DiskUse.Growth(
          false,
          Math.round(samples),
          Math.round(samples * BYTES_A_SAMPLE),
          used.size() * 25L * BYTES_A_ROLLUP);
    }

    /** When the samples begin of the battery that came first, and of the one that came last. */
    private TimeRange firsts() throws SQLException {
      TreeSet<Long> firsts = new TreeSet<>();
      for (long battery : BatterySeeks.in(connection, db + ".sample_chunk")) {
        tables.first("sample_chunk", "t0", battery).ifPresent(firsts::add);
      }
      if (firsts.isEmpty()) {
        for (long battery : BatterySeeks.in(connection, db + ".sample")) {
          tables.first("sample", "ts", battery).ifPresent(firsts::add);
        }
      }
      return firsts.isEmpty()
          ? TimeRange.between(now, now)
          : new TimeRange(firsts.first(), firsts.last());
    }

    private double daysSince(long millis) {
      return Math.max(0, days(Instant.ofEpochMilli(millis), now));
    }

    private static double days(Instant from, Instant to) {
      return Duration.between(from, to).toMillis() / DAY;
    }
  }
}
