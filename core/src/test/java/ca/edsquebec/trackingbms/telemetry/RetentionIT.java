package ca.edsquebec.trackingbms.telemetry;

import static ca.edsquebec.trackingbms.telemetry.SealingIT.randomSamples;
import static ca.edsquebec.trackingbms.telemetry.SealingIT.soc;
import static ca.edsquebec.trackingbms.telemetry.Telemetry.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.Lease;
import ca.edsquebec.trackingbms.tenant.RetentionPeriod;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Samples are kept for a month; it is noon of the first of March. */
class RetentionIT {

  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long CUTOFF = Instant.parse("2026-02-01T12:00:00Z").toEpochMilli();
  private static final TimeRange EVER = new TimeRange(CUTOFF - 2000 * HOUR, NOW + HOUR);

  private TestInstallation installation;
  private Telemetry telemetry;
  private TenantId acme;
  private TenantId boreal;

  @BeforeEach
  void start() {
    installation = new TestInstallation();
    telemetry = new Telemetry(installation.databases());
    acme = installation.tenant("acme");
    boreal = installation.tenant("boreal");
    installation.databases().retentionPeriods().set(acme, RetentionPeriod.parse("P1M"));
  }

  @AfterEach
  void stop() {
    telemetry.close();
    installation.close();
  }

  @Test
  void deletesTheSamplesOfHoursThatEndedBeforeTheCutoff() {
    store(acme, randomSamples(1, CUTOFF - 3 * HOUR, CUTOFF + 2 * HOUR, 1_000));
    store(acme, randomSamples(2, CUTOFF - HOUR, CUTOFF, 100));
    seal(acme);
    List<Bucket> hours = rollups(acme, Level.HOUR);
    long bytes = number(acme, "SELECT SUM(LENGTH(data)) FROM %s.sample_chunk WHERE t0 < " + CUTOFF);
    Expired expected = new Expired(Instant.ofEpochMilli(CUTOFF), 4, 700, bytes, 0);
    assertThat(telemetry.retention(NOW).preview(acme)).isEqualTo(expected);
    assertThat(apply(acme, NOW)).isEqualTo(expected);
    assertThat(read(acme, 1)).hasSize(400).allMatch(sample -> sample.ts() >= CUTOFF);
    assertThat(read(acme, 2)).isEmpty();
    assertThat(rollups(acme, Level.HOUR)).isEqualTo(hours).hasSize(6);
  }

  @Test
  void keepsAnHourUntilItsLastInstantIsOldEnough() {
    store(acme, List.of(soc(1, CUTOFF, 50)));
    assertThat(apply(acme, NOW + HOUR - 1).hours()).isZero();
    assertThat(apply(acme, NOW + HOUR).hours()).isEqualTo(1);
  }

  @Test
  void findsNothingToDoTheSecondTime() {
    store(acme, randomSamples(1, CUTOFF - 3 * HOUR, CUTOFF, 300));
    apply(acme, NOW);
    Expired nothing = new Expired(Instant.ofEpochMilli(CUTOFF), 0, 0, 0, 0);
    assertThat(telemetry.retention(NOW).preview(acme)).isEqualTo(nothing);
    assertThat(apply(acme, NOW)).isEqualTo(nothing);
  }

  @Test
  void leavesTheOtherClientAlone() {
    store(acme, randomSamples(1, CUTOFF - 3 * HOUR, CUTOFF, 60));
    store(boreal, randomSamples(1, CUTOFF - 3 * HOUR, CUTOFF, 60));
    seal(boreal);
    apply(acme, NOW);
    assertThat(read(boreal, 1)).hasSize(60);
    // Its own period is the installation's two years.
    assertThat(apply(boreal, NOW).hours()).isZero();
    assertThat(read(boreal, 1)).hasSize(60);
  }

  @Test
  void sealsAndCountsWhatIsOldBeforeItIsDeleted() {
    store(acme, randomSamples(1, CUTOFF - 5 * HOUR, CUTOFF, 500));
    Expired preview = telemetry.retention(NOW).preview(acme);
    assertThat(preview.samples()).isEqualTo(500);
    assertThat(preview.hours()).isEqualTo(5);
    assertThat(number(acme, "SELECT COUNT(*) FROM %s.sample")).isEqualTo(500);
    assertThat(apply(acme, NOW).samples()).isEqualTo(500);
    assertThat(number(acme, "SELECT COUNT(*) FROM %s.sample")).isZero();
    assertThat(number(acme, "SELECT COUNT(*) FROM %s.sample_chunk")).isZero();
    assertThat(number(acme, "SELECT SUM(samples) FROM %s.rollup_hour")).isEqualTo(500);
    assertThat(number(acme, "SELECT SUM(samples) FROM %s.rollup_day")).isEqualTo(500);
    assertThat(number(acme, "SELECT SUM(samples) FROM %s.rollup_month")).isEqualTo(500);
  }

  @Test
  void letsNothingThatComesAfterTheDeletionChangeWhatIsLeft() {
    store(acme, randomSamples(1, CUTOFF - 3 * HOUR, CUTOFF + HOUR, 400));
    apply(acme, NOW);
    List<Bucket> hours = rollups(acme, Level.HOUR);
    // Twice, so that the second finds a chunk, which has not all of its hour.
    for (int late = 1; late <= 2; late++) {
      store(acme, List.of(soc(1, CUTOFF - HOUR - late, 3), soc(1, CUTOFF - late, 3)));
      seal(acme);
      assertThat(rollups(acme, Level.HOUR)).as("late for the time " + late).isEqualTo(hours);
    }
    assertThat(apply(acme, NOW).samples()).isEqualTo(4);
    assertThat(read(acme, 1)).hasSize(100);
  }

  @Test
  void makesNoRollupOfWhatCameAfterTheDeletionWhenTheHourBeforeItComesLate() {
    store(acme, randomSamples(1, CUTOFF - HOUR, CUTOFF, 100));
    apply(acme, NOW);
    Bucket deleted = rollups(acme, Level.HOUR).get(0);
    store(acme, List.of(soc(1, CUTOFF - 3, 3)));
    seal(acme);
    // Of an hour that nothing was known of: the next begins with how it ends.
    store(acme, List.of(soc(1, CUTOFF - HOUR - 3, 3)));
    seal(acme);
    List<Bucket> hours = rollups(acme, Level.HOUR);
    assertThat(hours).hasSize(2);
    assertThat(hours.get(1)).isEqualTo(deleted);
  }

  @Test
  void deletesWhatADamagedChunkKeptFromBeingSealed() {
    store(acme, randomSamples(1, CUTOFF - 2 * HOUR, CUTOFF, 200));
    seal(acme);
    telemetry.change(acme, "UPDATE %s.sample_chunk SET data = 'x'");
    store(acme, List.of(soc(1, CUTOFF - 1, 3)));
    assertThat(apply(acme, NOW).samples()).isEqualTo(201);
    assertThat(number(acme, "SELECT COUNT(*) FROM %s.sample")).isZero();
    assertThat(number(acme, "SELECT SUM(samples) FROM %s.rollup_hour")).isEqualTo(200);
  }

  @Test
  void leavesRowsThatCouldNotBeCounted() {
    store(acme, randomSamples(1, CUTOFF - HOUR, CUTOFF, 20));
    telemetry.change(acme, "UPDATE %s.sample SET more = x'09'");
    Expired applied = apply(acme, NOW);
    assertThat(applied.hoursLeft()).isEqualTo(1);
    assertThat(applied.samples()).isZero();
    assertThat(number(acme, "SELECT COUNT(*) FROM %s.sample")).isEqualTo(20);
  }

  @Test
  void goesOnWhereItWasTornDown() {
    store(acme, randomSamples(1, CUTOFF - 6 * HOUR, CUTOFF + HOUR, 700));
    seal(acme);
    List<Bucket> hours = rollups(acme, Level.HOUR);
    long left = 7;
    for (int statement = 1; statement <= 2; statement++) {
      for (boolean before : new boolean[] {true, false}) {
        tearDown(statement, before);
        assertThat(number(acme, "SELECT COUNT(*) FROM %s.sample_chunk")).isEqualTo(left);
      }
    }
    deleteTwo();
    assertThat(number(acme, "SELECT COUNT(*) FROM %s.sample_chunk")).isEqualTo(left - 2);
    assertThat(apply(acme, NOW).hours()).isEqualTo(4);
    assertThat(read(acme, 1)).hasSize(100);
    assertThat(rollups(acme, Level.HOUR)).isEqualTo(hours);
  }

  private void tearDown(int statement, boolean before) {
    assertThatThrownBy(
            () ->
                telemetry.db.sqlTransaction(
                    acme,
                    (connection, name) ->
                        new ExpiredSamples(
                                new CutConnection(connection, statement, before).connection(),
                                name,
                                CUTOFF)
                            .deleteChunks(1, 2)))
        .isInstanceOf(UnavailableException.class);
  }

  private void deleteTwo() {
    telemetry.db.sqlTransaction(
        acme,
        (connection, name) -> new ExpiredSamples(connection, name, CUTOFF).deleteChunks(1, 2));
  }

  @Test
  void waitsForNobodyWhoSeals() {
    store(acme, randomSamples(1, CUTOFF - HOUR, CUTOFF, 10));
    try (Lease held =
        Lease.tryAcquire(
                installation.databases().registry(), SealLease.name(acme), Duration.ofMinutes(1))
            .orElseThrow()) {
      assertThat(held.fence()).isPositive();
      assertThat(telemetry.retention(NOW).apply(acme)).isEmpty();
    }
    assertThat(telemetry.retention(NOW).apply(acme)).isPresent();
  }

  @Test
  void stopsBetweenTwoTransactionsWhenAnotherTookOver() {
    store(acme, randomSamples(1, CUTOFF - 3 * HOUR, CUTOFF, 300));
    store(acme, randomSamples(2, CUTOFF - 3 * HOUR, CUTOFF, 300));
    seal(acme);
    assertThat(telemetry.rollups(NOW).update(acme)).isPresent();
    int[] asked = {0};
    Runnable lostAtTheSecond =
        () -> {
          if (++asked[0] == 2) {
            throw new BusyException("lost");
          }
        };
    Retention retention = telemetry.retention(NOW);
    assertThatThrownBy(() -> retention.apply(acme, CUTOFF, lostAtTheSecond))
        .isInstanceOf(BusyException.class);
    assertThat(read(acme, 1)).isEmpty();
    assertThat(read(acme, 2)).hasSize(300);
    assertThat(apply(acme, NOW).samples()).isEqualTo(300);
  }

  @Test
  void looksAtWhatItDeletesAndNotAtWhatStays() {
    for (int battery = 1; battery <= 5; battery++) {
      store(acme, randomSamples(battery, CUTOFF - 2 * HOUR, CUTOFF, 10));
    }
    apply(acme, NOW);
    long nothing = handlerReads(() -> apply(acme, NOW));
    for (int battery = 1; battery <= 5; battery++) {
      store(acme, randomSamples(battery, CUTOFF, CUTOFF + 500 * HOUR, 500));
    }
    seal(acme);
    assertThat(telemetry.rollups(NOW).update(acme)).isPresent();
    for (int battery = 1; battery <= 5; battery++) {
      store(acme, randomSamples(battery, NOW - HOUR, NOW, 2_000));
    }
    long withHistory = handlerReads(() -> apply(acme, NOW));
    // Some seeks a battery more; neither its 500 chunks nor its 2,000 rows.
    assertThat(withHistory).isLessThan(nothing + 300);
  }

  private long handlerReads(Runnable work) {
    long before = handlers();
    work.run();
    return handlers() - before;
  }

  private long handlers() {
    return telemetry.db.sql(
        acme,
        (connection, name) -> {
          long sum = 0;
          try (var query = connection.createStatement();
              var rows = query.executeQuery("SHOW GLOBAL STATUS LIKE 'Handler\\_read\\_%'")) {
            while (rows.next()) {
              sum += rows.getLong(2);
            }
          }
          return sum;
        });
  }

  private Expired apply(TenantId tenant, long nowMillis) {
    return telemetry.retention(nowMillis).apply(tenant).orElseThrow();
  }

  private void seal(TenantId tenant) {
    assertThat(telemetry.sealing(NOW).seal(tenant)).isPresent();
  }

  private void store(TenantId tenant, List<Measured> samples) {
    assertThat(telemetry.ingest.backfill(tenant, samples).accepted()).isEqualTo(samples.size());
  }

  private List<Sample> read(TenantId tenant, long battery) {
    return telemetry.history.samples(Viewer.system(tenant), battery, EVER, 1_000_000);
  }

  private List<Bucket> rollups(TenantId tenant, Level level) {
    return telemetry.db.sql(
        tenant,
        (connection, name) ->
            new RollupTable(connection, name, level).within(List.of(1L, 2L), EVER));
  }

  private long number(TenantId tenant, String sql) {
    return telemetry.number(tenant, sql);
  }
}
