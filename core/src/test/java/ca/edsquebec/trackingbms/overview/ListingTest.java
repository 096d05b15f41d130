package ca.edsquebec.trackingbms.overview;

import static ca.edsquebec.trackingbms.overview.Batteries.alarm;
import static ca.edsquebec.trackingbms.overview.Batteries.battery;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.fleet.BatteryStatus;
import ca.edsquebec.trackingbms.measure.AlarmLevel;
import ca.edsquebec.trackingbms.measure.Chemistry;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.overview.FleetQuery.Sort;
import ca.edsquebec.trackingbms.platform.InvalidException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListingTest {

  private static final FleetQuery ALL = FleetQuery.first(50);

  /** Two types at two places, each battery in another condition. */
  private final Batteries fleet =
      new Batteries()
          .with(battery(1, "Zénith", "Chariot", "Laval", 100), Metric.SOC, 50)
          .with(
              battery(2, "élan", "Chariot", "Montréal", 100),
              0,
              s -> s.put(Metric.SOC, 70).alarms(List.of(alarm(AlarmLevel.CRITICAL, ""))))
          .with(
              battery(3, "Bora", "Réseau", "Laval", 100, Chemistry.NMC, BatteryStatus.MAINTENANCE),
              0,
              s -> s.alarms(List.of(alarm(AlarmLevel.WARNING, ""))))
          .with(battery(4, "alizé", "Réseau", "Montréal", 100), 90_000, s -> s.put(Metric.SOC, 9))
          .silent(battery(5, "Foehn", "Chariot", "Laval", 100))
          .silent(
              battery(6, "Mistral", "Chariot", "Laval", 100, Chemistry.LFP, BatteryStatus.RETIRED));

  @Test
  void showsTheWorstFirstAndNoRetiredOne() {
    assertThat(fleet.names(ALL)).containsExactly("élan", "Bora", "alizé", "Foehn", "Zénith");
  }

  @Test
  void ordersEquallySevereOnesByPlaceThenName() {
    Batteries silent =
        new Batteries()
            .silent(battery(1, "b", "T", "Québec", 1))
            .silent(battery(2, "É", "T", "Lévis", 1))
            .silent(battery(3, "f", "T", "Lévis", 1))
            .silent(battery(4, "D", "T", "Lévis", 1));
    assertThat(silent.names(ALL)).containsExactly("D", "É", "f", "b");
    assertThat(silent.names(ALL.sortedBy(Sort.SEVERITY, true))).containsExactly("D", "É", "f", "b");
  }

  @Test
  void ordersNamesAsFrenchReadersDo() {
    assertThat(fleet.names(ALL.sortedBy(Sort.NAME, false)))
        .containsExactly("alizé", "Bora", "élan", "Foehn", "Zénith");
    assertThat(fleet.names(ALL.sortedBy(Sort.NAME, true)))
        .containsExactly("Zénith", "Foehn", "élan", "Bora", "alizé");
  }

  @Test
  void putsATypeTogetherAtEachPlace() {
    assertThat(fleet.names(ALL.sortedBy(Sort.PLACE, false)))
        .containsExactly("Foehn", "Zénith", "Bora", "élan", "alizé");
  }

  @Test
  void sumsEachTypeAtEachPlaceOverAllPages() {
    FleetPage first = fleet.page(FleetQuery.first(1).sortedBy(Sort.PLACE, false));
    assertThat(first.items()).hasSize(1);
    assertThat(first.groups()).hasSize(1);
    FleetPage.Group group = first.groups().get(0);
    assertThat(group.has(first.items().get(0))).isTrue();
    assertThat(group.type().name()).isEqualTo("Chariot");
    assertThat(group.place().name()).isEqualTo("Laval");
    assertThat(group.batteries()).isEqualTo(2);
    assertThat(group.soc()).isEqualTo(50);
    assertThat(group.power()).isNaN();
  }

  @Test
  void groupsOnlyWhatIsSortedByPlace() {
    assertThat(fleet.page(ALL).groups()).isEmpty();
  }

  @Test
  void putsThoseWithoutTheValueLastEitherWay() {
    assertThat(fleet.names(ALL.sortedBy(Sort.SOC, false)))
        .containsExactly("alizé", "Zénith", "élan", "Bora", "Foehn");
    assertThat(fleet.names(ALL.sortedBy(Sort.SOC, true)))
        .containsExactly("élan", "Zénith", "alizé", "Bora", "Foehn");
    assertThat(fleet.names(ALL.sortedBy(Sort.AGE, true))).startsWith("alizé").endsWith("Foehn");
  }

  @Test
  void oneChoiceOfAFacetIsEnough() {
    assertThat(fleet.names(ALL.in(Set.of(Condition.CRITICAL, Condition.STALE))))
        .containsExactly("élan", "alizé");
  }

  @Test
  void everyFacetMustBeTrue() {
    assertThat(fleet.names(ALL.of(Set.of("réseau"), Set.of()).with(Set.of(Chemistry.LFP))))
        .containsExactly("alizé");
  }

  @Test
  void typesAndPlacesAreOneFacet() {
    assertThat(fleet.names(ALL.of(Set.of("réseau"), Set.of("chariot.laval"))))
        .containsExactly("Bora", "alizé", "Foehn", "Zénith");
    assertThat(fleet.names(ALL.of(Set.of(), Set.of("réseau.laval")))).containsExactly("Bora");
  }

  @Test
  void findsTextWithoutCaseAndAccents() {
    assertThat(fleet.names(ALL.matching("  ELAN "))).containsExactly("élan");
    assertThat(fleet.names(ALL.matching("montreal"))).containsExactly("élan", "alizé");
    assertThat(fleet.names(ALL.matching("RESEAU"))).containsExactly("Bora", "alizé");
    assertThat(fleet.names(ALL.matching("code-5"))).containsExactly("Foehn");
    assertThat(fleet.names(ALL.matching("sn1"))).containsExactly("Zénith");
    assertThat(fleet.names(ALL.matching("%"))).isEmpty();
  }

  @Test
  void countsOfAFacetReflectTheOtherFacetsOnly() {
    FleetPage page = fleet.page(ALL.in(Set.of(Condition.CRITICAL)).of(Set.of("chariot"), Set.of()));
    assertThat(page.matched()).isEqualTo(1);
    assertThat(page.total()).isEqualTo(5);
    assertThat(page.facets().conditions())
        .containsEntry(Condition.CRITICAL, 1)
        .containsEntry(Condition.WARNING, 0)
        .containsEntry(Condition.STALE, 0)
        .containsEntry(Condition.UNKNOWN, 1)
        .containsEntry(Condition.NORMAL, 1);
    assertThat(page.facets().types())
        .extracting(one -> one.type().name() + " " + one.count())
        .containsExactly("Chariot 1", "Réseau 0");
    assertThat(page.facets().types().get(0).places())
        .extracting(one -> one.key() + " " + one.count())
        .containsExactly("chariot.laval 0", "chariot.montréal 1");
    assertThat(page.facets().chemistries())
        .containsEntry(Chemistry.LFP, 1)
        .containsEntry(Chemistry.NMC, 0)
        .hasSize(2);
  }

  @Test
  void aPageBeyondTheEndIsTheLast() {
    FleetPage last = fleet.page(FleetQuery.first(2).page(9));
    assertThat(last.page()).isEqualTo(3);
    assertThat(last.pages()).isEqualTo(3);
    assertThat(last.items()).extracting(one -> one.battery().name()).containsExactly("Zénith");
    assertThat(new Batteries().page(ALL.page(7)).page()).isEqualTo(1);
  }

  @Test
  void refusesPagesAndTextsOutOfBounds() {
    for (int size : new int[] {0, FleetQuery.MAX_SIZE + 1}) {
      assertThatThrownBy(() -> FleetQuery.first(size)).isInstanceOf(InvalidException.class);
    }
    for (int page : new int[] {0, -1, 1_000_001}) {
      assertThatThrownBy(() -> ALL.page(page)).isInstanceOf(InvalidException.class);
    }
    assertThatThrownBy(() -> ALL.matching("x".repeat(201))).isInstanceOf(InvalidException.class);
  }
}
