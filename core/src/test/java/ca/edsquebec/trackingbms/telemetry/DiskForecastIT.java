package ca.edsquebec.trackingbms.telemetry;

import static ca.edsquebec.trackingbms.telemetry.SealingIT.randomSamples;
import static ca.edsquebec.trackingbms.telemetry.Telemetry.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.BatteryStatus;
import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.tenant.RetentionPeriod;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** It is noon of the first of March; samples are kept for two years. */
class DiskForecastIT {

  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long CLOSED = NOW - HOUR;

  private TestInstallation installation;
  private Telemetry telemetry;
  private TenantId acme;

  @BeforeEach
  void start() {
    installation = new TestInstallation();
    telemetry = new Telemetry(installation.databases());
    acme = installation.tenant("acme");
  }

  @AfterEach
  void stop() {
    telemetry.close();
    installation.close();
  }

  @Test
  void measuresWhatTheLastSevenDaysBrought() {
    store(randomSamples(1, CLOSED - 240 * HOUR, CLOSED, 2_400));
    rollUp();
    DiskUse use = use(acme);
    assertThat(use.growth().measured()).isTrue();
    assertThat(use.growth().samplesPerDay()).isEqualTo(240);
    long data =
        telemetry.number(
            acme,
            "SELECT SUM(LENGTH(data)) FROM %s.sample_chunk WHERE t0 >= " + (CLOSED - 168 * HOUR));
    assertThat(use.growth().chunkBytesPerDay()).isBetween(data / 7, 3 * data / 7);
    assertThat(use.growth().rollupBytesPerDay()).isPositive();
    assertThat(use.rawKept()).isEqualTo(RetentionPeriod.parse("P2Y"));
  }

  @Test
  void doesNotThinkThatABatteryOfYesterdayWasSilentBefore() {
    store(randomSamples(1, CLOSED - 168 * HOUR, CLOSED, 1_680));
    store(randomSamples(2, CLOSED - 12 * HOUR, CLOSED, 120));
    rollUp();
    assertThat(use(acme).growth().samplesPerDay()).isEqualTo(480);
  }

  @Test
  void countsWhatIsThereByKind() {
    DiskUse.Kinds empty = use(acme).now();
    fill(8_600, 100);
    DiskUse.Kinds now = use(acme).now();
    assertThat(now.chunksBytes()).isGreaterThan(empty.chunksBytes() + 3_000_000);
    assertThat(now.rollupsBytes()).isEqualTo(empty.rollupsBytes());
    assertThat(use(installation.tenant("boreal")).now().chunksBytes())
        .isEqualTo(empty.chunksBytes());
    long everything =
        telemetry.number(
            acme,
            "SELECT SUM(data_length + index_length) FROM information_schema.tables"
                + " WHERE CONCAT('`', table_schema, '`') = '%s'");
    assertThat(now.totalBytes()).isEqualTo(everything);
  }

  @ParameterizedTest
  @ValueSource(ints = {700, 2_500, 5_000, 8_600, 14_000})
  void knowsWhatChunksTakeOnTheDisk(int length) {
    long empty = use(acme).now().chunksBytes();
    // Much, since the server takes a megabyte at once.
    double foretold = fill(length, 1_600_000 / length);
    assertThat((double) use(acme).now().chunksBytes() - empty)
        .isCloseTo(foretold, Percentage.withPercentage(35));
  }

  /**
   * Chunks of 5 batteries, by turns as sealing writes them.
   *
   * @return what they are thought to take
   */
  private double fill(int length, int hours) {
    Random random = new Random(1);
    return telemetry.db.sqlTransaction(
        acme,
        (connection, name) -> {
          for (int hour = 0; hour < hours; hour++) {
            List<ChunkRow> chunks = new ArrayList<>();
            for (long battery = 1; battery <= 5; battery++) {
              byte[] data = new byte[length];
              random.nextBytes(data);
              chunks.add(new ChunkRow(battery, hour * HOUR, 720, hour * HOUR, hour * HOUR, data));
            }
            new ChunkTable(connection, name).insert(chunks);
          }
          try (var statement = connection.createStatement()) {
            statement.execute("ANALYZE TABLE " + name + ".sample_chunk");
          }
          double bytes = 0;
          for (long battery = 1; battery <= 5; battery++) {
            TimeRange all = new TimeRange(0, hours * HOUR);
            bytes += new DiskTables(connection, name).chunks(battery, all).bytes();
          }
          return bytes;
        });
  }

  @Test
  void expectsWhatTheStoragePeriodsSayAsLongAsNothingIsSealed() {
    add("B-1", Duration.ofSeconds(5));
    add("B-2", Duration.ofSeconds(10));
    add("B-3", Duration.ofSeconds(1));
    telemetry.fleet.setStatus(Actor.SYSTEM, acme, "B-3", BatteryStatus.RETIRED);
    DiskUse use = use(acme);
    assertThat(use.growth()).isEqualTo(new DiskUse.Growth(false, 25_920, 414_720, 25_000));
    assertThat(use.bytesInAYear()).isEqualTo(use.now().totalBytes() + 365 * (414_720L + 25_000));
    assertThat(use.balance().from()).isEqualTo(Instant.parse("2028-03-01T12:00:00Z"));
  }

  @Test
  void foretellsThatAClientWithoutBatteriesStaysAsItIs() {
    DiskUse use = use(acme);
    assertThat(use.growth().bytesPerDay()).isZero();
    assertThat(use.bytesInAYear()).isEqualTo(use.now().totalBytes());
  }

  @Test
  void isBalancedWhenTheBatteryThatCameLastHasBeenThereForTheTimeKept() {
    installation.databases().retentionPeriods().set(acme, RetentionPeriod.parse("P1M"));
    store(randomSamples(1, CLOSED - 2_000 * HOUR, CLOSED - 1_999 * HOUR, 10));
    store(randomSamples(2, CLOSED - 24 * HOUR, CLOSED, 240));
    rollUp();
    assertThat(use(acme).balance().from()).isEqualTo(Instant.parse("2026-03-28T11:00:00Z"));
  }

  private void add(String code, Duration period) {
    telemetry.fleet.add(
        Actor.SYSTEM,
        acme,
        NewBattery.builder(code, "Essai", "Lieu", "foxbms").storagePeriod(period).build());
  }

  private void store(List<Measured> samples) {
    assertThat(telemetry.ingest.backfill(acme, samples).accepted()).isEqualTo(samples.size());
  }

  private void rollUp() {
    assertThat(telemetry.sealing(NOW).seal(acme)).isPresent();
    assertThat(telemetry.rollups(NOW).update(acme)).isPresent();
  }

  private DiskUse use(TenantId tenant) {
    return new DiskForecast(
            telemetry.db,
            installation.databases().retentionPeriods(),
            new BatteryDirectory(telemetry.fleet, Telemetry.at(NOW)),
            Telemetry.at(NOW))
        .of(tenant);
  }
}
