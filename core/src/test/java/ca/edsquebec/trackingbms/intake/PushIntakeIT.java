package ca.edsquebec.trackingbms.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.client.SampleMeter;
import ca.edsquebec.trackingbms.connector.CommonSettings;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.fleet.Placements;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.telemetry.History;
import ca.edsquebec.trackingbms.telemetry.Ingest;
import ca.edsquebec.trackingbms.telemetry.LatestState;
import ca.edsquebec.trackingbms.telemetry.Measured;
import ca.edsquebec.trackingbms.telemetry.Trends;
import ca.edsquebec.trackingbms.tenant.BatteryScope;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import ca.edsquebec.trackingbms.testkit.TestAudit;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A few values at a time, on their way into two clients' databases. */
class PushIntakeIT {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static final List<Reading> TWELVE =
      List.of(
          new Reading.Cell(1, 3.3),
          new Reading.Cell(0, 3.2),
          new Reading.Extra("a", 1),
          new Reading.Extra("b", 2),
          new Reading.Temperature(1, 22),
          new Reading.Temperature(0, 21),
          new Reading.Balancing(1, true),
          new Reading.Balancing(0, true),
          new Reading.ChargeAllowed(true),
          new Reading.DischargeAllowed(false),
          new Reading.Scalar(Metric.PACK_VOLTAGE, 52),
          new Reading.Scalar(Metric.SOC, 50));

  private static TestInstallation installation;
  private static Fleet fleet;

  private final SettableClock clock = new SettableClock(NOW);
  private TenantId acme;
  private TenantId boreal;
  private Battery ours;
  private Battery theirs;
  private LatestState latest;
  private Trends trends;
  private SampleMeter meter;
  private Ingest ingest;
  private PushIntake intake;

  @BeforeAll
  static void start() {
    installation = new TestInstallation();
    fleet =
        new Fleet(
            installation.databases().tenantDatabase(),
            (id, settings) -> {},
            TestAudit.of(installation.databases(), new SettableClock(NOW)),
            new SettableClock(NOW));
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @BeforeEach
  void open() {
    acme = installation.tenant("acme");
    boreal = installation.tenant("boreal");
    String code = "PACK-" + NUMBER.incrementAndGet();
    ours = add(acme, code);
    theirs = add(boreal, code);
    restart();
  }

  private static Battery add(TenantId tenant, String code) {
    return fleet.add(
        Actor.SYSTEM, tenant, NewBattery.builder(code, "Essai", "Banc", "push").build());
  }

  @AfterEach
  void close() {
    ingest.close();
    latest.close();
    trends.close();
    meter.close();
  }

  private void restart() {
    TenantDatabase db = installation.databases().tenantDatabase();
    latest = new LatestState(db, List.of(), clock);
    trends = new Trends(db, clock);
    meter =
        new SampleMeter(
            installation.databases().registry(), installation.databases().tenants(), clock);
    ingest = new Ingest(db, latest, trends, meter, clock);
    intake = new PushIntake(ingest, latest, new History(db, new Placements(db)), clock);
  }

  private static PushPoint point(Battery battery, long secondsAgo, Metric metric, double value) {
    long micros = (NOW.toEpochMilli() - secondsAgo * 1000) * 1000;
    return new PushPoint(1, battery, micros, List.of(new Reading.Scalar(metric, value)));
  }

  private List<Sample> stored(TenantId tenant, Battery battery) {
    TenantDatabase db = installation.databases().tenantDatabase();
    TimeRange range = TimeRange.between(NOW.minusSeconds(90_000), NOW.plusSeconds(180_000));
    return new History(db, new Placements(db))
        .samples(Viewer.system(tenant), battery.id(), range, 10_000);
  }

  private Sample newest(TenantId tenant, Battery battery) {
    return latest.latest(Viewer.system(tenant), battery.id()).orElseThrow().sample();
  }

  @Test
  void eachClientHasItsOwnBatteryOfThatCode() {
    intake.accept(acme, List.of(point(ours, 0, Metric.SOC, 11)));
    intake.accept(boreal, List.of(point(theirs, 0, Metric.SOC, 22)));
    assertThat(newest(acme, ours).value(Metric.SOC)).isEqualTo(11);
    assertThat(newest(boreal, theirs).value(Metric.SOC)).isEqualTo(22);
    assertThat(stored(acme, ours)).hasSize(1);
  }

  @Test
  void restartGoesOnWithWhatWasKnown() {
    intake.accept(acme, List.of(point(ours, 120, Metric.SOC, 60)));
    close();
    restart();
    intake.accept(acme, List.of(point(ours, 60, Metric.PACK_VOLTAGE, 52)));
    assertThat(newest(acme, ours).value(Metric.SOC)).isEqualTo(60);
    assertThat(newest(acme, ours).value(Metric.PACK_VOLTAGE)).isEqualTo(52);
  }

  @Test
  void aCurrentThatWasToldInTheOtherSignIsNotFilledUp() {
    intake.accept(
        acme,
        List.of(point(ours, 20, Metric.PACK_VOLTAGE, 52), point(ours, 20, Metric.CURRENT, -10)));
    Battery turned =
        fleet.configure(
            Actor.SYSTEM, acme, ours, given -> CommonSettings.withInverted(given, true));
    intake.accept(acme, List.of(point(turned, 10, Metric.SOC, 60)));
    assertThat(newest(acme, ours).value(Metric.PACK_VOLTAGE)).isEqualTo(52);
    assertThat(newest(acme, ours).has(Metric.CURRENT)).isFalse();
    assertThat(newest(acme, ours).has(Metric.POWER)).isFalse();
  }

  @Test
  void nothingIsRememberedOfWhatCouldNotBeStored() {
    intake.accept(acme, List.of(point(ours, 30, Metric.SOC, 60)));
    ingest.close();
    List<PushPoint> lost = List.of(point(ours, 20, Metric.PACK_VOLTAGE, 52));
    assertThatThrownBy(() -> intake.accept(acme, lost)).isInstanceOf(UnavailableException.class);
    close();
    restart();
    intake.accept(acme, List.of(point(ours, 10, Metric.SOC, 61)));
    assertThat(newest(acme, ours).has(Metric.PACK_VOLTAGE)).isFalse();
    assertThat(stored(acme, ours)).hasSize(2);
  }

  @Test
  void backlogThatComesOneNameAtATimeIsKeptWhole() {
    intake.accept(acme, List.of(point(ours, 0, Metric.SOC, 60)));
    intake.accept(acme, List.of(point(ours, 7200, Metric.SOC, 50)));
    intake.accept(acme, List.of(point(ours, 7200, Metric.PACK_VOLTAGE, 52)));
    intake.accept(acme, List.of(point(ours, 7200, Metric.PACK_VOLTAGE, 52)));
    List<Sample> stored = stored(acme, ours);
    assertThat(stored).hasSize(3);
    assertThat(stored.get(0).value(Metric.SOC)).isEqualTo(50);
    assertThat(stored.get(1).ts()).isEqualTo(stored.get(0).ts() + 1);
    assertThat(stored.get(1).value(Metric.PACK_VOLTAGE)).isEqualTo(52);
  }

  @Test
  void everyNameOfOnePastInstantIsKept() {
    intake.accept(acme, List.of(point(ours, 0, Metric.SOC, 60)));
    for (int twice = 0; twice < 2; twice++) {
      for (Reading reading : TWELVE) {
        assertThat(intake.accept(acme, List.of(past(reading))).warnings()).isEmpty();
      }
    }
    List<Sample> backlog = stored(acme, ours).subList(0, TWELVE.size());
    assertThat(stored(acme, ours)).hasSize(TWELVE.size() + 1);
    assertThat(backlog)
        .extracting(one -> one.ts() - backlog.get(0).ts())
        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
    assertThat(backlog.get(1).cellVoltages()).containsExactly(3.2);
    assertThat(backlog.get(3).extras()).containsOnlyKeys("b");
    assertThat(backlog.get(5).temperatures()).containsExactly(21);
    assertThat(backlog.get(7).balancing()).containsExactly(true);
    assertThat(backlog.get(11).value(Metric.SOC)).isEqualTo(50);
  }

  @Test
  void whatCannotBeTrueIsNotTakenForHidden() {
    intake.accept(acme, List.of(point(ours, 0, Metric.SOC, 60)));
    PushPoint point =
        new PushPoint(
            1,
            ours,
            past(TWELVE.get(0)).timeMicros(),
            List.of(
                new Reading.Cell(0, 3.3),
                new Reading.Cell(1, 99),
                new Reading.Extra("soc", 1),
                new Reading.Extra("good", 1)));
    intake.accept(acme, List.of(point));
    assertThat(intake.accept(acme, List.of(point)).duplicates()).isEqualTo(1);
    assertThat(stored(acme, ours)).hasSize(2);
  }

  @Test
  void whatFindsNoRoomBehindItsInstantIsTold() {
    intake.accept(acme, List.of(point(ours, 0, Metric.SOC, 60)));
    long instant = past(TWELVE.get(0)).timeMicros() / 1000;
    List<Measured> full = new ArrayList<>();
    for (int i = 0; i <= Hidden.ROOM_MILLIS; i++) {
      Sample soc = new Sample.Builder(instant + i).put(Metric.SOC, 50).build();
      full.add(new Measured(ours.id(), 0, soc));
    }
    ingest.backfill(acme, full);
    PushReceipt receipt = intake.accept(acme, List.of(past(new Reading.Cell(0, 3.3))));
    assertThat(receipt.warnings())
        .singleElement()
        .satisfies(told -> assertThat(told.reason()).startsWith("not stored: "));
    assertThat(stored(acme, ours)).hasSize(full.size() + 1);
  }

  private PushPoint past(Reading reading) {
    // Its last milliseconds but ten: what is behind it is of the next hour.
    long micros = (NOW.toEpochMilli() - 7_200_000 - 10) * 1000;
    return new PushPoint(1, ours, micros, List.of(reading));
  }

  @Test
  void severalBatteriesOfARequestAreStoredTogetherAndRejectionsTold() {
    Battery second = add(acme, "SECOND-" + NUMBER.incrementAndGet());
    PushReceipt receipt =
        intake.accept(
            acme,
            List.of(
                point(ours, 5, Metric.SOC, 1),
                point(second, 5, Metric.SOC, 2),
                point(second, -100_000, Metric.SOC, 3)));
    assertThat(receipt.samples()).isEqualTo(2);
    assertThat(receipt.rejected()).hasSize(1);
    assertThat(receipt.rejected().get(0).reason()).contains("24 h ahead");
    assertThat(newest(acme, second).value(Metric.SOC)).isEqualTo(2);
  }

  @Test
  void whatIsMoreThanTwoMinutesAheadIsStoredAndNotShown() {
    intake.accept(acme, List.of(point(ours, 0, Metric.SOC, 50)));
    intake.accept(acme, List.of(point(ours, -300, Metric.SOC, 99)));
    assertThat(newest(acme, ours).value(Metric.SOC)).isEqualTo(50);
    assertThat(stored(acme, ours)).hasSize(2);
    intake.accept(acme, List.of(point(ours, -1, Metric.SOC, 51)));
    assertThat(newest(acme, ours).value(Metric.SOC)).isEqualTo(51);
  }

  @Test
  void nameThatMayMeanTwoIsRefused() {
    String code = "Wagon-" + NUMBER.incrementAndGet();
    Battery wagon = add(acme, code);
    add(acme, code.toUpperCase(Locale.ROOT).replace('-', '.'));
    Addressing addressing = addressing(BatteryScope.ALL);
    assertThat(addressing.named(new Addressing.Name("node", code, true)).id())
        .isEqualTo(wagon.id());
    String slug = BatteryDirectory.slug(code);
    assertThatThrownBy(() -> addressing.of(List.of(new Addressing.Name("node", slug, true))))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("may be any of");
    Addressing only = addressing(BatteryScope.only(Set.of(wagon.id())));
    assertThat(only.of(List.of(new Addressing.Name("node", slug, true))).id())
        .isEqualTo(wagon.id());
  }

  @Test
  void keyOfOneBatteryNeedsNoNameAndTakesNoSecondDevice() {
    Addressing addressing = addressing(BatteryScope.only(Set.of(ours.id())));
    assertThat(addressing.of(List.of()).id()).isEqualTo(ours.id());
    assertThatThrownBy(() -> addressing.of(List.of(new Addressing.Name("node", "other", true))))
        .hasMessageContaining("for battery " + ours.code() + " alone");
    assertThat(addressing.of(List.of()).id()).isEqualTo(ours.id());
    assertThatThrownBy(() -> addressing.named(new Addressing.Name("tag battery", "x", true)))
        .hasMessageContaining("no such battery");
  }

  @Test
  void entityBeginsWithItsBattery() {
    String slug = BatteryDirectory.slug(ours.code());
    Addressing addressing = addressing(BatteryScope.ALL);
    assertThat(addressing.beginning(slug + "_total_voltage"))
        .hasValueSatisfying(
            found -> {
              assertThat(found.battery().id()).isEqualTo(ours.id());
              assertThat(found.rest()).isEqualTo("total_voltage");
            });
    assertThat(addressing.beginning("salon_total_voltage")).isEmpty();
    assertThat(addressing.beginning(slug)).isEmpty();
  }

  @Test
  @Timeout(20)
  void nameOfAMegabyteTakesNeitherTimeNorMemory() {
    Addressing addressing = addressing(BatteryScope.ALL);
    String endless = "a_".repeat(500_000) + "soc";
    assertThat(addressing.beginning(endless)).isEmpty();
    String slug = BatteryDirectory.slug(ours.code());
    assertThat(addressing.beginning(slug + "_" + endless))
        .hasValueSatisfying(found -> assertThat(found.rest()).isEqualTo(endless));
    assertThatThrownBy(() -> addressing.of(List.of(new Addressing.Name("node", endless, true))))
        .isInstanceOf(InvalidException.class)
        .extracting(Throwable::getMessage, STRING)
        .hasSizeLessThan(300);
  }

  @Test
  void codeOfTheLongestKindIsFoundByItsBeginning() {
    String code = ("LONGEST-" + NUMBER.incrementAndGet() + "-").repeat(4).substring(0, 39) + "x";
    Battery longest = add(acme, code);
    assertThat(addressing(BatteryScope.ALL).beginning(BatteryDirectory.slug(code) + "_soc"))
        .hasValueSatisfying(found -> assertThat(found.battery().id()).isEqualTo(longest.id()));
  }

  private Addressing addressing(BatteryScope scope) {
    return new Addressing(new BatteryDirectory(fleet, clock), acme, scope);
  }
}
