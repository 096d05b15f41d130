package ca.edsquebec.trackingbms.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import ca.edsquebec.trackingbms.testkit.TestAudit;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlacementsIT {

  private static final ZoneId VANCOUVER = ZoneId.of("America/Vancouver");
  private static final Instant COMMISSIONED = Instant.parse("2026-03-08T07:30:00.123Z");
  private static final Instant YEAR_BEFORE = Instant.parse("2025-03-08T07:30:00.123Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T12:00:00.001Z");
  private static final Instant JULY = Instant.parse("2026-07-01T12:00:00Z");

  private static final Instant NOW = Instant.parse("2026-09-01T12:00:00Z");
  private static final Instant TOMORROW = Instant.parse("2026-09-02T12:00:00Z");

  private static TestInstallation installation;
  private static TenantId acme;
  private static TenantId boreal;
  private static Fleet fleet;
  private static Placements placements;

  @BeforeAll
  static void start() {
    installation = new TestInstallation();
    acme = installation.tenant("acme");
    boreal = installation.tenant("boreal");
    var database = installation.databases().tenantDatabase();
    fleet =
        new Fleet(
            database,
            (connector, settings) -> {},
            TestAudit.of(installation.databases(), new SettableClock(NOW)),
            new SettableClock(NOW));
    placements = new Placements(database);
    for (TenantId tenant : List.of(acme, boreal)) {
      fleet.addPlace(Actor.SYSTEM, tenant, "Montréal", Fleet.DEFAULT_ZONE);
      fleet.addPlace(Actor.SYSTEM, tenant, "Vancouver", VANCOUVER);
    }
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void aBatteryThatNeverMovedStandsThereSinceAYearBeforeItsCommissioning() {
    Battery still = add(acme, "still");
    assertThat(placements.of(acme, still.id()))
        .containsExactly(new Placement(YEAR_BEFORE, still.place()));
  }

  @Test
  void tellsMovesInOrderOfTimeInWhicheverOrderTheyWereSaid() {
    Battery mover = add(acme, "mover");
    Place there = fleet.move(Actor.SYSTEM, acme, "mover", "Vancouver", JULY).place();
    fleet.move(Actor.SYSTEM, acme, "mover", "Montréal", JUNE);
    fleet.move(Actor.SYSTEM, acme, "mover", "Vancouver", COMMISSIONED);
    assertThat(there.zone()).isEqualTo(VANCOUVER);
    assertThat(placements.of(acme, mover.id()))
        .containsExactly(
            new Placement(YEAR_BEFORE, mover.place()),
            new Placement(COMMISSIONED, there),
            new Placement(JUNE, mover.place()),
            new Placement(JULY, there));
  }

  @Test
  void tellsAMoveThatIsStillToCome() {
    Battery later = add(acme, "later");
    Place here = fleet.move(Actor.SYSTEM, acme, "later", "Vancouver", TOMORROW).place();
    assertThat(here).isEqualTo(later.place());
    assertThat(placements.of(acme, later.id()))
        .extracting(placement -> placement.place().name())
        .containsExactly("Montréal", "Vancouver");
  }

  @Test
  void tellsThoseOfAllBatteriesOfOneClient() {
    Battery first = add(boreal, "first");
    Battery retired = add(boreal, "retired");
    Place there = fleet.move(Actor.SYSTEM, boreal, "retired", "Vancouver", JUNE).place();
    fleet.setStatus(Actor.SYSTEM, boreal, "retired", BatteryStatus.RETIRED);
    assertThat(placements.all(boreal)).containsOnlyKeys(first.id(), retired.id());
    assertThat(placements.all(boreal).get(first.id()))
        .containsExactly(new Placement(YEAR_BEFORE, first.place()));
    assertThat(placements.all(boreal).get(retired.id()))
        .containsExactly(new Placement(YEAR_BEFORE, first.place()), new Placement(JUNE, there));
  }

  @Test
  void doesNotFindABatteryThatIsNotThere() {
    assertThatThrownBy(() -> placements.of(acme, 999_999))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("999999");
  }

  private static Battery add(TenantId tenant, String code) {
    return fleet.add(
        Actor.SYSTEM,
        tenant,
        NewBattery.builder(code, "Laveuse", "Montréal", "foxbms")
            .commissionedAt(COMMISSIONED)
            .build());
  }
}
