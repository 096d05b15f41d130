package ca.edsquebec.trackingbms.maintenance.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.tenant.DatabaseException;
import ca.edsquebec.trackingbms.tenant.Lease;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OptimisationIT {

  private final TestInstallation installation = new TestInstallation();
  private final SettableClock clock = SettableClock.atPresent();
  private final Optimisation optimisation = new Optimisation(installation.databases(), clock);
  private final TenantId acme = installation.tenant("acme");
  private final TenantId boreal = installation.tenant("boreal");

  @AfterEach
  void stop() {
    installation.close();
  }

  @Test
  void reportsEveryTableOfThatClientOnly() {
    List<TableReport> done = optimisation.run(acme);
    assertThat(done)
        .extracting(TableReport::table)
        .contains("battery", "sample", "sample_chunk", "rollup_hour", "outbox");
    assertThat(done).allMatch(report -> report.outcome() == Outcome.ANALYSED);
    assertThat(done).allMatch(report -> report.measuredAt().equals(clock.instant()));
    assertThat(optimisation.last(acme)).isEqualTo(done);
    assertThat(optimisation.last(boreal)).isEmpty();
  }

  @Test
  void rebuildsATableOfWhichMostWasDeleted() {
    fillAndEmpty();
    TableReport before = table(optimisation.run(boreal), "quarantine");
    assertThat(before.outcome()).isEqualTo(Outcome.ANALYSED);
    TableReport report = table(optimisation.run(acme), "quarantine");
    assertThat(report.outcome()).isEqualTo(Outcome.REBUILT);
    assertThat(report.freeBytes()).isLessThan(Payoff.LEAST_FREE);
  }

  @Test
  void leavesItToWhoeverIsAtItForAnyClient() {
    try (Lease other =
        Lease.tryAcquire(installation.databases().registry(), "optimise", Duration.ofMinutes(1))
            .orElseThrow()) {
      assertThat(other.fence()).isPositive();
      assertThatThrownBy(() -> optimisation.run(acme)).isInstanceOf(BusyException.class);
    }
    assertThat(optimisation.run(acme)).isNotEmpty();
  }

  @Test
  void failsForAClientWhoseDatabaseIsMissingAndNotForTheNext() throws SQLException {
    installation.access().execute("DROP DATABASE `" + installation.databaseOf("acme") + "`");
    assertThatThrownBy(() -> optimisation.run(acme)).isInstanceOf(DatabaseException.class);
    assertThat(optimisation.run(boreal)).isNotEmpty();
  }

  private static TableReport table(List<TableReport> reports, String name) {
    return reports.stream().filter(one -> one.table().equals(name)).findFirst().orElseThrow();
  }

  /** Of some 130 MB almost nothing stays. The server gives rows up a while after their deletion. */
  private void fillAndEmpty() {
    change(
        "INSERT INTO {db}.quarantine (received_at, connector, reason, frame) VALUES"
            + " ('2026-01-01', 'foxbms', REPEAT('r', 200), REPEAT('f', 200))");
    for (int doubled = 0; doubled < 18; doubled++) {
      change(
          "INSERT INTO {db}.quarantine (received_at, connector, reason, frame) SELECT"
              + " received_at, connector, reason, frame FROM {db}.quarantine");
    }
    change("DELETE FROM {db}.quarantine WHERE id > 10");
    long limit = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (free() < Payoff.LEAST_FREE && System.nanoTime() < limit) {
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  private long free() {
    return installation
        .databases()
        .tenantDatabase()
        .sql(
            acme,
            (connection, db) ->
                new TableTool(connection, db)
                    .sizes().stream()
                        .filter(size -> size.name().equals("quarantine"))
                        .findFirst()
                        .orElseThrow()
                        .freeBytes());
  }

  private void change(String sql) {
    installation
        .databases()
        .tenantDatabase()
        .sql(
            acme,
            (connection, db) -> {
              try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(sql.replace("{db}", db));
              }
            });
  }
}
