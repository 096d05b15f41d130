package ca.edsquebec.trackingbms.telemetry;

import static ca.edsquebec.trackingbms.telemetry.Telemetry.NOW;
import static ca.edsquebec.trackingbms.telemetry.Telemetry.measured;
import static ca.edsquebec.trackingbms.telemetry.Telemetry.seconds;
import static ca.edsquebec.trackingbms.telemetry.Telemetry.soc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IngestIT {

  private static final AtomicLong BATTERY = new AtomicLong();

  private static TestInstallation installation;
  private static Telemetry telemetry;
  private static TenantId acme;
  private static TenantId boreal;

  /** Each test has a battery of its own. */
  private final long battery = BATTERY.incrementAndGet();

  @BeforeAll
  static void start() {
    installation = new TestInstallation();
    telemetry = new Telemetry(installation.databases());
    acme = installation.tenant("acme");
    boreal = installation.tenant("boreal");
  }

  @AfterAll
  static void stop() {
    telemetry.close();
    installation.close();
  }

  @Test
  void givesBackWhatItStored() {
    RandomSamples random = new RandomSamples(7);
    List<Measured> samples = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      samples.add(measured(battery, random.at(NOW - 300 + i)));
    }
    Receipt receipt = store(acme, samples);
    assertThat(receipt.accepted() + receipt.rejected().size()).isEqualTo(300);
    receipt.rejected().forEach(rejection -> assertThat(rejection.reason()).contains("no value"));
    List<Sample> given =
        samples.stream().map(Measured::sample).filter(sample -> !sample.isEmpty()).toList();
    List<Sample> stored = telemetry.stored(acme, battery);
    assertThat(stored).hasSameSizeAs(given);
    for (int i = 0; i < stored.size(); i++) {
      assertThat(withoutDerived(stored.get(i), given.get(i))).isEqualTo(given.get(i));
    }
  }

  @Test
  void completesASampleWithWhatFollowsFromItsPlausibleValues() {
    Sample sample =
        new Sample.Builder(NOW)
            .put(Metric.PACK_VOLTAGE, 52)
            .put(Metric.CURRENT, -10)
            .cellVoltages(3.281, 99, 3.301)
            .build();
    Receipt receipt = store(acme, List.of(measured(battery, sample)));
    assertThat(receipt.warnings()).extracting(w -> w.metric()).containsExactly("cellVoltages[1]");
    Sample stored = telemetry.stored(acme, battery).get(0);
    assertThat(stored.value(Metric.POWER)).isEqualTo(-520);
    assertThat(stored.value(Metric.CELL_VOLTAGE_MAX)).isEqualTo(3.301);
    assertThat(stored.value(Metric.CELL_VOLTAGE_DELTA)).isEqualTo(0.02);
  }

  private static Sample withoutDerived(Sample stored, Sample given) {
    Sample.Builder bare = stored.toBuilder();
    for (Metric metric : Metric.values()) {
      if (!given.has(metric)) {
        bare.put(metric, Double.NaN);
      }
    }
    return bare.build();
  }

  @Test
  void countsDuplicatesWithinARequestAndKeepsTheFirst() {
    Receipt receipt =
        store(
            acme,
            List.of(
                measured(battery, soc(NOW, 1)),
                measured(battery, soc(NOW - 1, 2)),
                measured(battery, soc(NOW, 3))));
    assertCounts(receipt, 2, 1);
    assertThat(telemetry.stored(acme, battery)).containsExactly(soc(NOW - 1, 2), soc(NOW, 1));
  }

  @Test
  void countsAReplayAsDuplicatesAndKeepsTheFirstValues() {
    List<Measured> samples = seconds(battery, 500);
    assertCounts(store(acme, samples), 500, 0);
    assertCounts(store(acme, samples), 0, 500);
    assertCounts(store(acme, List.of(measured(battery, soc(NOW, 77)))), 0, 1);
    assertThat(telemetry.stored(acme, battery))
        .containsExactlyElementsOf(samples.stream().map(Measured::sample).toList());
  }

  @Test
  void countsARequestThatIsPartlyKnown() {
    List<Measured> samples = seconds(battery, 100);
    store(acme, samples.subList(30, 40));
    assertCounts(store(acme, samples), 90, 10);
  }

  @Test
  void tellsWhoseSamplesWereNewWithinAGroup() {
    GroupWriter writer = new GroupWriter(telemetry.db);
    List<Measured> samples = seconds(battery, 10);
    store(acme, samples.subList(0, 2));
    int[] accepted =
        writer.write(
            acme,
            List.of(
                request(samples.subList(0, 5)),
                request(samples.subList(3, 10)),
                request(samples.subList(9, 10))));
    assertThat(accepted).containsExactly(3, 5, 0);
    assertThat(telemetry.stored(acme, battery)).hasSize(10);
  }

  @Test
  void theFirstRequestOfAGroupWins() {
    GroupWriter writer = new GroupWriter(telemetry.db);
    int[] accepted =
        writer.write(
            acme,
            List.of(
                request(List.of(measured(battery, soc(NOW, 1)))),
                request(List.of(measured(battery, soc(NOW, 2))))));
    assertThat(accepted).containsExactly(1, 0);
    assertThat(telemetry.stored(acme, battery)).containsExactly(soc(NOW, 1));
  }

  @Test
  void writesARequestOfManyStatementsInOneTransaction() {
    assertCounts(store(acme, seconds(battery, 5_001)), 5_001, 0);
    assertCounts(store(acme, seconds(battery, 5_003)), 2, 5_001);
    List<Measured> withABadOne = new ArrayList<>(seconds(BATTERY.incrementAndGet(), 2_500));
    long good = BATTERY.get();
    withABadOne.add(measured(NO_SUCH_BATTERY, soc(NOW, 1)));
    assertThatThrownBy(() -> store(acme, withABadOne)).isInstanceOf(IllegalStateException.class);
    assertThat(telemetry.stored(acme, good)).isEmpty();
  }

  @Test
  void keepsTenantsApartThatUseTheSameBatteryIds() {
    assertCounts(store(acme, List.of(measured(battery, soc(NOW, 11)))), 1, 0);
    assertCounts(store(boreal, List.of(measured(battery, soc(NOW, 22)))), 1, 0);
    assertThat(telemetry.stored(acme, battery)).containsExactly(soc(NOW, 11));
    assertThat(telemetry.stored(boreal, battery)).containsExactly(soc(NOW, 22));
  }

  @Test
  void storesASkewedSampleMarkedAndNotAsLatest() {
    long ahead = NOW + Duration.ofMinutes(3).toMillis();
    store(acme, List.of(measured(battery, soc(NOW, 50)), measured(battery, soc(ahead, 60))));
    assertThat(telemetry.stored(acme, battery)).hasSize(2);
    assertThat(flags(battery)).containsExactly(0, StoredSample.SKEWED);
    assertThat(telemetry.heard).contains("acme/" + battery + "@0");
    assertThat(telemetry.heard).noneMatch(text -> text.startsWith("acme/" + battery + "@1"));
  }

  @Test
  void backfillTouchesNothingButTheStore() {
    assertThat(telemetry.ingest.backfill(acme, seconds(battery, 3)).accepted()).isEqualTo(3);
    assertThat(telemetry.heard).noneMatch(text -> text.startsWith("acme/" + battery + "@"));
  }

  @Test
  void tellsOfRejectedSamplesAndValuesByTheirPosition() {
    Sample broken = soc(NOW, 50).toBuilder().put(Metric.SOH, 900).build();
    Receipt receipt =
        store(
            acme,
            List.of(
                measured(battery, soc(NOW + Duration.ofDays(2).toMillis(), 1)),
                measured(battery, broken),
                measured(battery, soc(NOW - 1, -5))));
    assertCounts(receipt, 1, 0);
    assertThat(receipt.rejected()).extracting(Receipt.Rejection::index).containsExactly(0, 2);
    assertThat(receipt.warnings())
        .extracting(Receipt.Warning::index, Receipt.Warning::metric)
        .containsExactly(tuple(1, "soh"), tuple(2, "soc"));
  }

  @Test
  void answersARequestOfNothing() {
    assertCounts(store(acme, List.of()), 0, 0);
  }

  @Test
  void keepsRoomForOurOwnMetricsWhenASenderMakesUpNames() {
    TenantId third = installation.addTenant("inventif", "Inventif");
    for (int i = 0; i < 20; i++) {
      Sample.Builder sample = soc(NOW - i, 1).toBuilder();
      for (int j = 0; j < 60; j++) {
        sample.extra("made.up." + i + "." + j, j);
      }
      Receipt receipt = store(third, List.of(measured(battery, sample.build())));
      assertThat(receipt.accepted()).isEqualTo(1);
      assertThat(receipt.warnings()).hasSize(Math.max(0, 60 * (i + 1) - 1000 - warned(i)));
    }
    store(
        third,
        List.of(measured(battery, new Sample.Builder(NOW - 99).put(Metric.CYCLES, 9).build())));
    List<Sample> stored = telemetry.stored(third, battery);
    assertThat(stored.get(0).value(Metric.CYCLES)).isEqualTo(9);
    assertThat(stored.stream().mapToInt(sample -> sample.extras().size()).sum()).isEqualTo(1000);
  }

  /** Names beyond the first thousand in the first {@code i} samples of sixty. */
  private static int warned(int i) {
    return Math.max(0, 60 * i - 1000);
  }

  @Test
  void aFailingRequestTakesNoOtherOfItsGroupWithIt() throws Exception {
    Writers writers =
        new Writers(new GroupWriter(telemetry.db), telemetry.latest, telemetry.trends);
    WriteRequest bad = request(List.of(measured(NO_SUCH_BATTERY, soc(NOW, 1))));
    WriteRequest good = request(List.of(measured(battery, soc(NOW, 1))));
    try (HeldRow held = new HeldRow(installation, "acme", battery + 1_000_000)) {
      WriteRequest first = request(List.of(measured(held.battery(), soc(held.ts(), 1))));
      for (WriteRequest each : List.of(first, bad, good)) {
        writers.submit(acme, each);
      }
      held.letGo();
      assertThat(first.accepted().get()).isEqualTo(1);
    }
    assertThat(good.accepted().get()).isEqualTo(1);
    assertThatThrownBy(() -> bad.accepted().get()).hasMessageContaining("Out of range");
    writers.close();
  }

  @Test
  void closingStoresWhatWaitsAndRefusesWhatComes() throws Exception {
    Telemetry ending = new Telemetry(installation.databases());
    CompletableFuture<Receipt> waiting;
    try (HeldRow held = new HeldRow(installation, "acme", battery + 1_000_000)) {
      waiting =
          CompletableFuture.supplyAsync(
              () ->
                  ending.ingest.store(acme, List.of(measured(held.battery(), soc(held.ts(), 1)))));
      held.awaitWaiter();
      CompletableFuture<Void> closing = CompletableFuture.runAsync(ending::close);
      assertThatThrownBy(
              () -> {
                while (true) {
                  ending.ingest.store(acme, List.of());
                  ending.ingest.store(boreal, List.of(measured(battery, soc(NOW, 1))));
                }
              })
          .isInstanceOf(UnavailableException.class);
      assertThat(closing).isNotDone();
      held.letGo();
      closing.get();
    }
    assertThat(waiting.get().accepted()).isEqualTo(1);
  }

  /** Does not fit the column. */
  private static final long NO_SUCH_BATTERY = 5_000_000_000L;

  private static Receipt store(TenantId tenant, List<Measured> samples) {
    return telemetry.ingest.store(tenant, samples);
  }

  private static WriteRequest request(List<Measured> samples) {
    return new Preparation(samples, NOW)
        .request(new MetricNames(telemetry.db).with(acme, List.of()), true);
  }

  private static void assertCounts(Receipt receipt, int accepted, int duplicates) {
    assertThat(Map.of("accepted", receipt.accepted(), "duplicates", receipt.duplicates()))
        .isEqualTo(Map.of("accepted", accepted, "duplicates", duplicates));
  }

  private static List<Integer> flags(long battery) {
    return telemetry.db.sql(
        acme,
        (connection, name) -> {
          String sql = "SELECT flags FROM %s.sample WHERE battery_id = %d ORDER BY ts";
          try (var query = connection.createStatement();
              var rows = query.executeQuery(sql.formatted(name, battery))) {
            List<Integer> flags = new ArrayList<>();
            while (rows.next()) {
              flags.add(rows.getInt(1));
            }
            return flags;
          }
        });
  }
}
