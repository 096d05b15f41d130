package ca.edsquebec.trackingbms.telemetry;

import static ca.edsquebec.trackingbms.telemetry.Telemetry.NOW;
import static ca.edsquebec.trackingbms.telemetry.Telemetry.measured;
import static ca.edsquebec.trackingbms.telemetry.Telemetry.soc;
import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistoryStampIT {

  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final TimeRange RANGE = new TimeRange(NOW - 48 * HOUR, NOW);

  private static TestInstallation installation;
  private static Telemetry telemetry;
  private static TenantId acme;
  private static Viewer viewer;
  private static int batteries;

  private Battery battery;

  @BeforeAll
  static void start() {
    installation = new TestInstallation();
    telemetry = new Telemetry(installation.databases());
    acme = installation.tenant("acme");
    viewer = Viewer.system(acme);
  }

  @AfterAll
  static void stop() {
    telemetry.close();
    installation.close();
  }

  @BeforeEach
  void aBatteryWithTwoHours() {
    battery =
        telemetry.fleet.add(
            Actor.SYSTEM,
            acme,
            NewBattery.builder("B-" + ++batteries, "Essai", "Lieu " + batteries, "foxbms")
                .zone(ZoneId.of("America/Toronto"))
                .commissionedAt(Instant.ofEpochMilli(NOW - 60 * HOUR))
                .build());
    store(NOW - 30 * HOUR, 50);
    store(NOW - 3 * HOUR, 50);
    seal();
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void staysWhileNothingChanges(Level level) {
    assertThat(stamp(level)).isEqualTo(stamp(level)).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void changesWithLateData(Level level) {
    String before = stamp(level);
    store(NOW - 30 * HOUR + 7, 60);
    String unsealed = stamp(level);
    seal();
    String sealed = stamp(level);
    assertThat(unsealed).isNotEqualTo(before);
    assertThat(sealed).isNotIn(before, unsealed);
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void changesWhenTheStoragePeriodDoes(Level level) {
    String before = stamp(level);
    battery = withPeriod(battery, Duration.ofSeconds(11));
    assertThat(stamp(level)).isNotEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void doesNotChangeWithAnotherBattery(Level level) {
    String before = stamp(level);
    telemetry.ingest.store(acme, List.of(measured(battery.id() + 1_000, soc(NOW - HOUR, 1))));
    assertThat(stamp(level)).isEqualTo(before);
  }

  @Test
  void ofSamplesChangesWhenTheyAreDeletedForTheirAge() {
    String before = stamp(Level.RAW);
    telemetry.change(acme, "DELETE FROM %s.sample_chunk WHERE battery_id = " + battery.id());
    assertThat(stamp(Level.RAW)).isNotEqualTo(before);
  }

  @Test
  void ofSamplesChangesWhenLateDataReplacesWhatWasDeleted() {
    telemetry.change(acme, "DELETE FROM %s.sample_chunk WHERE battery_id = " + battery.id());
    String before = stamp(Level.RAW);
    store(NOW - 30 * HOUR + 9, 60);
    seal();
    assertThat(stamp(Level.RAW)).isNotEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(
      value = Level.class,
      names = {"DAY", "MONTH"})
  void ofDaysChangesWhenTheyAreCounted(Level level) {
    String before = stamp(level);
    assertThat(telemetry.rollups(NOW).update(acme)).isPresent();
    assertThat(stamp(level)).isNotEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(
      value = Level.class,
      names = {"DAY", "MONTH"})
  void ofDaysChangesWithAMove(Level level) {
    String before = stamp(level);
    telemetry.fleet.addPlace(
        Actor.SYSTEM, acme, "Port " + batteries, ZoneId.of("America/Vancouver"));
    telemetry.fleet.move(
        Actor.SYSTEM,
        acme,
        battery.code(),
        "Port " + batteries,
        Instant.ofEpochMilli(NOW - 40 * HOUR));
    assertThat(stamp(level)).isNotEqualTo(before);
  }

  /** The hour in front of the range passes on how it ended. */
  @Test
  void ofHoursChangesWithTheHourBefore() {
    TimeRange range = new TimeRange(NOW - 3 * HOUR, NOW);
    String before = telemetry.history.stamp(viewer, battery, Level.HOUR, range);
    store(NOW - 3 * HOUR - 5_000, 60);
    assertThat(telemetry.history.stamp(viewer, battery, Level.HOUR, range)).isNotEqualTo(before);
  }

  private String stamp(Level level) {
    return telemetry.history.stamp(viewer, battery, level, RANGE);
  }

  private void store(long ts, double percent) {
    assertThat(
            telemetry
                .ingest
                .store(acme, List.of(measured(battery.id(), soc(ts, percent))))
                .accepted())
        .isEqualTo(1);
  }

  private static void seal() {
    assertThat(telemetry.sealing(NOW).seal(acme)).isPresent();
  }

  private static Battery withPeriod(Battery of, Duration period) {
    return new Battery(
        of.id(),
        of.uid(),
        of.code(),
        of.name(),
        of.type(),
        of.place(),
        of.chemistry(),
        of.cellCount(),
        of.nominalCapacityAh(),
        of.nominalVoltageV(),
        of.serialNumber(),
        of.connectorId(),
        of.connectorSettings(),
        period,
        of.staleThreshold(),
        of.status(),
        of.commissionedAt(),
        of.parentCode());
  }
}
