package ca.edsquebec.trackingbms.maintenance.tables;

import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.Lease;
import ca.edsquebec.trackingbms.tenant.LeaseKeeper;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the server fresh statistics of a client's tables, rebuilds those where that pays and the
 * disk has room for a copy, and reports what each takes. May be stopped in the middle and repeated.
 * Safe for any number of threads, none of which may be within a unit of work.
 */
public final class Optimisation {

  /** What one client may take at most; whatever was not rebuilt by then is reported. */
  public static final Duration LIMIT = Duration.ofMinutes(20);

  private static final Logger LOG = LoggerFactory.getLogger(Optimisation.class);
  private static final String LEASE = "optimise";
  private static final Duration LEASE_LENGTH = Duration.ofMinutes(1);

  private final Databases databases;
  private final Clock clock;
  private final ReportTable reports;

  public Optimisation(Databases databases, Clock clock) {
    this.databases = databases;
    this.clock = clock;
    this.reports = new ReportTable(databases.registry());
  }

  /**
   * Looks after all tables of a client.
   *
   * @return by table
   * @throws BusyException when this is being done for any client now, here or by another program
   */
  public List<TableReport> run(TenantId tenant) {
    try (Lease lease =
            Lease.tryAcquire(databases.registry(), LEASE, LEASE_LENGTH)
                .orElseThrow(
                    () -> new BusyException("tables of a client are being optimised already"));
        LeaseKeeper keeper = new LeaseKeeper(lease)) {
      List<TableReport> done = new Tables(tenant, keeper::requireHeld).run();
      reports.replace(tenant, done);
      return done;
    }
  }

  /** What the last run has reported. */
  public List<TableReport> last(TenantId tenant) {
    return reports.of(tenant);
  }

  /** One run for one client. */
  private final class Tables {
    private final TenantId tenant;
    private final Runnable stillAllowed;
    private final Instant end = clock.instant().plus(LIMIT);

    Tables(TenantId tenant, Runnable stillAllowed) {
      this.tenant = tenant;
      this.stillAllowed = stillAllowed;
    }

    List<TableReport> run() {
      for (TableSize table : with(TableTool::sizes)) {
        each(table, (tool, left) -> tool.analyse(table.name(), left));
      }
      Map<String, Outcome> outcomes = new HashMap<>();
      List<TableSize> sizes = new ArrayList<>(with(TableTool::sizes));
      sizes.sort(Comparator.comparingLong(TableSize::freeBytes).reversed());
      for (TableSize table : sizes) {
        outcomes.put(table.name(), settle(table));
      }
      return report(outcomes);
    }

    private Outcome settle(TableSize table) {
      OptionalLong free = with(TableTool::diskFree);
      Outcome outcome = Payoff.judge(table, free, left());
      if (outcome == Outcome.REBUILT) {
        LOG.info(
            "client {}: rebuilding {}, {} bytes of it free",
            tenant,
            table.name(),
            table.freeBytes());
        each(table, (tool, left) -> tool.rebuild(table.name(), left));
      }
      return outcome;
    }

    private List<TableReport> report(Map<String, Outcome> outcomes) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      Optional<Map<String, List<String>>> unused = with(TableTool::unusedIndexes);
      return with(TableTool::sizes).stream()
          .map(
              size ->
                  new TableReport(
                      size.name(),
                      now,
                      size.rows(),
                      size.dataBytes(),
                      size.indexBytes(),
                      size.freeBytes(),
                      outcomes.getOrDefault(size.name(), Outcome.ANALYSED),
                      unused.map(names -> names.getOrDefault(size.name(), List.of()))))
          .toList();
    }

    private Duration left() {
      Duration left = Duration.between(clock.instant(), end);
      return left.isNegative() ? Duration.ZERO : left;
    }

    private void each(TableSize table, TimedWork work) {
      stillAllowed.run();
      with(
          tool -> {
            work.run(tool, left().plusSeconds(1));
            return table;
          });
    }

    private <T> T with(Work<T> work) {
      return databases
          .tenantDatabase()
          .sql(tenant, (connection, db) -> work.run(tool(connection, db)));
    }

    private static TableTool tool(Connection connection, String db) {
      return new TableTool(connection, db);
    }
  }

  private interface Work<T> {
    T run(TableTool tool) throws SQLException;
  }

  private interface TimedWork {
    void run(TableTool tool, Duration left) throws SQLException;
  }
}
