package ca.edsquebec.trackingbms.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.measure.Chemistry;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.BatteryScope;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import ca.edsquebec.trackingbms.testkit.TestAudit;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FleetIT {

  private static TestInstallation installation;
  private static TenantId acme;
  private static TenantId boreal;
  private static Fleet fleet;
  private static final SettableClock CLOCK = SettableClock.atPresent();

  @BeforeAll
  static void start() {
    installation = new TestInstallation();
    acme = installation.tenant("acme");
    boreal = installation.tenant("boreal");
    fleet =
        new Fleet(
            installation.databases().tenantDatabase(),
            FleetIT::check,
            TestAudit.of(installation.databases(), CLOCK),
            CLOCK);
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void readsBackEverythingThatWasSaidOfABattery() {
    Instant commissioned = Instant.parse("2026-03-08T07:30:00.123Z");
    Battery added =
        fleet.add(
            Actor.SYSTEM,
            acme,
            NewBattery.builder("full", "Chariot élévateur", "Entrepôt Moncton", "foxbms")
                .name("Chariot 12")
                .zone(ZoneId.of("America/Moncton"))
                .chemistry(Chemistry.LFP)
                .cellCount(16)
                .nominalCapacityAh(280.5)
                .nominalVoltageV(51.2)
                .serialNumber("SN-é-1")
                .connectorSettings(Map.of("version", "1.10.0", "strings", "2"))
                .storagePeriod(Duration.ofSeconds(30))
                .staleThreshold(Duration.ofSeconds(5))
                .status(BatteryStatus.COMMISSIONING)
                .commissionedAt(commissioned)
                .build());
    Battery read = fleet.battery(Viewer.system(acme), added.uid());
    assertThat(read).isEqualTo(added).isEqualTo(fleet.batteryByCode(Viewer.system(acme), "full"));
    assertThat(read.name()).isEqualTo("Chariot 12");
    assertThat(read.zone()).isEqualTo(ZoneId.of("America/Moncton"));
    assertThat(read.connectorSettings()).isEqualTo(Map.of("version", "1.10.0", "strings", "2"));
    assertThat(read.commissionedAt()).isEqualTo(commissioned);
    assertThat(read.nominalCapacityAh()).isEqualTo(280.5);
    assertThat(read.uid()).matches("[a-z2-7]{16}");
    assertThat(read.parentCode()).isEmpty();
  }

  @Test
  void leavesUnknownNominalValuesUnknown() {
    Battery added = add(acme, "unknown");
    assertThat(added.nominalCapacityAh()).isNaN();
    assertThat(added.nominalVoltageV()).isNaN();
    assertThat(added.zone()).isEqualTo(Fleet.DEFAULT_ZONE);
    assertThat(added.commissionedAt()).isEqualTo(CLOCK.instant());
  }

  @Test
  void keepsEqualCodesOfTwoClientsApart() {
    Battery ours = add(acme, "same");
    Battery theirs = add(boreal, "same");
    assertThat(fleet.batteryByCode(Viewer.system(acme), "same")).isEqualTo(ours);
    assertThat(fleet.batteryByCode(Viewer.system(boreal), "same")).isEqualTo(theirs);
    assertThatThrownBy(() -> fleet.battery(Viewer.system(boreal), ours.uid()))
        .isInstanceOf(NotFoundException.class);
    fleet.setStatus(Actor.SYSTEM, boreal, "same", BatteryStatus.RETIRED);
    assertThat(fleet.batteryByCode(Viewer.system(acme), "same").status())
        .isEqualTo(BatteryStatus.IN_SERVICE);
  }

  @Test
  void refusesACodeThatExistsAndTellsCaseApart() {
    add(acme, "Twice");
    assertThatThrownBy(() -> add(acme, "Twice"))
        .isInstanceOfSatisfying(
            InvalidException.class, e -> assertThat(e.field()).isEqualTo("code"))
        .hasMessageContaining("\"Twice\"");
    assertThat(add(acme, "TWICE").code()).isEqualTo("TWICE");
  }

  @Test
  void doesNotFindACodeWithABlankAtItsEnd() {
    add(acme, "blank");
    assertThatThrownBy(() -> fleet.batteryByCode(Viewer.system(acme), "blank "))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> fleet.setStatus(Actor.SYSTEM, acme, "blank ", BatteryStatus.RETIRED))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void keepsTheCodeWhateverElseChanges() {
    Battery before = add(acme, "forever");
    fleet.addPlace(Actor.SYSTEM, acme, "Ailleurs", Fleet.DEFAULT_ZONE);
    fleet.setStatus(Actor.SYSTEM, acme, "forever", BatteryStatus.MAINTENANCE);
    fleet.move(Actor.SYSTEM, acme, "forever", "Ailleurs", CLOCK.instant());
    Battery after = fleet.battery(Viewer.system(acme), before.uid());
    assertThat(after.code()).isEqualTo("forever");
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.status()).isEqualTo(BatteryStatus.MAINTENANCE);
    assertThat(after.place().name()).isEqualTo("Ailleurs");
  }

  @Test
  void movesWhenTheTimeHasCome() {
    fleet.addPlace(Actor.SYSTEM, acme, "Demain", ZoneId.of("America/Vancouver"));
    add(acme, "mover");
    Battery today =
        fleet.move(Actor.SYSTEM, acme, "mover", "Demain", CLOCK.instant().plusSeconds(3600));
    assertThat(today.place().name()).isEqualTo("Dépôt");
    SettableClock later = new SettableClock(CLOCK.instant().plusSeconds(3600));
    Fleet tomorrow =
        new Fleet(
            installation.databases().tenantDatabase(),
            FleetIT::check,
            TestAudit.of(installation.databases(), later),
            later);
    Battery moved = tomorrow.batteryByCode(Viewer.system(acme), "mover");
    assertThat(moved.place().name()).isEqualTo("Demain");
    assertThat(moved.zone()).isEqualTo(ZoneId.of("America/Vancouver"));
  }

  @Test
  void correctsAMoveAtTheSameTime() {
    fleet.addPlace(Actor.SYSTEM, acme, "Erreur", Fleet.DEFAULT_ZONE);
    fleet.addPlace(Actor.SYSTEM, acme, "Correct", Fleet.DEFAULT_ZONE);
    add(acme, "corrected");
    fleet.move(Actor.SYSTEM, acme, "corrected", "Erreur", CLOCK.instant());
    assertThat(
            fleet.move(Actor.SYSTEM, acme, "corrected", "Correct", CLOCK.instant()).place().name())
        .isEqualTo("Correct");
    assertThatThrownBy(
            () -> fleet.move(Actor.SYSTEM, acme, "corrected", "Nulle part", CLOCK.instant()))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("\"Nulle part\"");
  }

  @Test
  void takesTheTypeAndPlaceOfThatNameWhateverItsCase() {
    Battery first = add(acme, "case-1");
    Battery second =
        fleet.add(
            Actor.SYSTEM, acme, NewBattery.builder("case-2", "LAVEUSE", "dépôt", "foxbms").build());
    assertThat(second.type()).isEqualTo(first.type());
    assertThat(second.place()).isEqualTo(first.place());
  }

  @Test
  void refusesAnotherZoneForAnExistingPlace() {
    add(acme, "zone-1");
    assertThatThrownBy(
            () ->
                fleet.add(
                    Actor.SYSTEM,
                    acme,
                    NewBattery.builder("zone-2", "Laveuse", "Dépôt", "foxbms")
                        .zone(ZoneId.of("UTC"))
                        .build()))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("America/Toronto");
    assertThatThrownBy(() -> fleet.batteryByCode(Viewer.system(acme), "zone-2"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void refusesAConnectorThatIsNotInstalledAndSettingsThatItDoesNotTake() {
    assertThatThrownBy(
            () ->
                fleet.add(
                    Actor.SYSTEM,
                    acme,
                    NewBattery.builder("c-1", "Laveuse", "Dépôt", "none").build()))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("none");
    assertThatThrownBy(
            () ->
                fleet.add(
                    Actor.SYSTEM,
                    acme,
                    NewBattery.builder("c-2", "Laveuse", "Dépôt", "foxbms")
                        .connectorSettings(Map.of("colour", "red"))
                        .build()))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("colour");
  }

  @Test
  void refusesACycleOfParents() {
    add(acme, "tree-1");
    fleet.add(
        Actor.SYSTEM,
        acme,
        NewBattery.builder("tree-2", "Laveuse", "Dépôt", "foxbms").parent("tree-1").build());
    add(acme, "tree-3");
    assertThat(fleet.setParent(Actor.SYSTEM, acme, "tree-3", Optional.of("tree-2")).parentCode())
        .contains("tree-2");
    for (String descendant : new String[] {"tree-1", "tree-2", "tree-3"}) {
      assertThatThrownBy(
              () -> fleet.setParent(Actor.SYSTEM, acme, "tree-1", Optional.of(descendant)))
          .isInstanceOfSatisfying(
              InvalidException.class, e -> assertThat(e.field()).isEqualTo("parent"));
    }
    assertThat(fleet.setParent(Actor.SYSTEM, acme, "tree-3", Optional.empty()).parentCode())
        .isEmpty();
    assertThat(fleet.setParent(Actor.SYSTEM, acme, "tree-1", Optional.of("tree-3")).parentCode())
        .contains("tree-3");
    assertThatThrownBy(() -> fleet.setParent(Actor.SYSTEM, acme, "tree-1", Optional.of("absent")))
        .isInstanceOf(InvalidException.class);
  }

  @Test
  void refusesOneOfTwoThatBecomeEachOthersParentAtTheSameTime() throws Exception {
    add(boreal, "knot-a");
    add(boreal, "knot-b");
    ExecutorService threads = Executors.newFixedThreadPool(2);
    for (int round = 0; round < 10; round++) {
      fleet.setParent(Actor.SYSTEM, boreal, "knot-a", Optional.empty());
      fleet.setParent(Actor.SYSTEM, boreal, "knot-b", Optional.empty());
      Future<Boolean> one = threads.submit(() -> adopted("knot-a", "knot-b"));
      Future<Boolean> other = threads.submit(() -> adopted("knot-b", "knot-a"));
      assertThat(one.get()).isNotEqualTo(other.get());
    }
    threads.shutdown();
  }

  @Test
  void showsNothingThatIsOutOfScope() {
    Battery mine = add(acme, "scope-1");
    Battery other =
        fleet.add(
            Actor.SYSTEM,
            acme,
            NewBattery.builder("scope-2", "Autre type", "Autre lieu", "foxbms").build());
    Viewer viewer = new Viewer(acme, "user:1", BatteryScope.only(Set.of(mine.id())));
    Page<Battery> page = fleet.batteries(viewer, BatteryQuery.first(50));
    assertThat(page.items()).containsExactly(mine);
    assertThat(page.total()).isOne();
    assertThat(fleet.batteries(viewer, BatteryQuery.first(50).matching("scope-2")).total())
        .isZero();
    assertThat(fleet.battery(viewer, mine.uid())).isEqualTo(mine);
    assertThatThrownBy(() -> fleet.battery(viewer, other.uid()))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> fleet.batteryByCode(viewer, "scope-2"))
        .isInstanceOf(NotFoundException.class);
    assertThat(fleet.types(viewer)).containsExactly(mine.type());
    assertThat(fleet.places(viewer)).containsExactly(mine.place());
    assertThat(fleet.types(Viewer.system(acme))).contains(mine.type(), other.type());
    assertThat(fleet.places(Viewer.system(acme))).contains(mine.place(), other.place());
  }

  @Test
  void showsNothingToWhoMaySeeNothing() {
    add(acme, "hidden");
    Viewer nobody = new Viewer(acme, "key:x", BatteryScope.only(Set.of()));
    assertThat(fleet.batteries(nobody, BatteryQuery.first(10)).total()).isZero();
    assertThat(fleet.types(nobody)).isEmpty();
    assertThat(fleet.places(nobody)).isEmpty();
    assertThatThrownBy(() -> fleet.batteryByCode(nobody, "hidden"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void makesATypeAndAPlaceOnceWhenManyAddAtTheSameTime() throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    AtomicInteger added = new AtomicInteger();
    for (int i = 0; i < 16; i++) {
      String code = "race-" + i / 2;
      threads.execute(
          () -> {
            try {
              fleet.add(
                  Actor.SYSTEM,
                  boreal,
                  NewBattery.builder(code, "Course", "Piste", "foxbms").build());
              added.incrementAndGet();
            } catch (InvalidException exists) {
              assertThat(exists.field()).isEqualTo("code");
            }
          });
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(added).hasValue(8);
    assertThat(
            fleet
                .batteries(Viewer.system(boreal), BatteryQuery.first(20).matching("race-"))
                .total())
        .isEqualTo(8);
    assertThat(fleet.types(Viewer.system(boreal)))
        .extracting(BatteryType::name)
        .containsOnlyOnce("Course");
  }

  @Test
  void findsABatteryForIngestWithinASecondOfItsAdding() {
    SettableClock clock = SettableClock.atPresent();
    BatteryDirectory directory = new BatteryDirectory(fleet, clock);
    assertThat(directory.byCode(acme, "new-one")).isEmpty();
    Battery added = add(acme, "new-one");
    fleet.setStatus(Actor.SYSTEM, acme, "new-one", BatteryStatus.RETIRED);
    clock.advance(Duration.ofSeconds(1));
    assertThat(directory.byCode(acme, "new-one").orElseThrow().status())
        .isEqualTo(BatteryStatus.RETIRED);
    assertThat(directory.byId(acme, added.id())).isPresent();
    assertThat(directory.byCode(boreal, "new-one")).isEmpty();
  }

  private static boolean adopted(String code, String parent) {
    try {
      fleet.setParent(Actor.SYSTEM, boreal, code, Optional.of(parent));
      return true;
    } catch (InvalidException cycle) {
      return false;
    }
  }

  private static Battery add(TenantId tenant, String code) {
    return fleet.add(
        Actor.SYSTEM, tenant, NewBattery.builder(code, "Laveuse", "Dépôt", "foxbms").build());
  }

  private static void check(String connectorId, Map<String, String> settings) {
    if (!connectorId.equals("foxbms")) {
      throw new InvalidException("connector", "no connector \"" + connectorId + "\"");
    }
    if (settings.containsKey("colour")) {
      throw new IllegalArgumentException("foxbms has no setting \"colour\"");
    }
  }
}
