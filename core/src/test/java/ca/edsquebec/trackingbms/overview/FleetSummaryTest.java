package ca.edsquebec.trackingbms.overview;

import static ca.edsquebec.trackingbms.overview.Batteries.battery;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ca.edsquebec.trackingbms.measure.Metric;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FleetSummaryTest {

  @Test
  void weighsSocByRatedEnergy() {
    FleetSummary summary =
        new Batteries()
            .with(battery(1, "A", "T", "P", 100), Metric.SOC, 80)
            .with(battery(2, "B", "T", "P", 300), Metric.SOC, 40)
            .summary();
    assertThat(summary.soc()).isCloseTo(50, within(1e-9));
    assertThat(summary.availableKWh()).isCloseTo(10, within(1e-9));
    assertThat(summary.totalKWh()).isCloseTo(20, within(1e-9));
  }

  @Test
  void aBatteryOfUnknownCapacityWeighsAsTheMeanOfTheOthers() {
    Batteries fleet =
        new Batteries()
            .with(battery(1, "A", "T", "P", 100), Metric.SOC, 80)
            .with(battery(2, "B", "T", "P", 300), Metric.SOC, 40)
            .with(battery(3, "C", "T", "P", Double.NaN), Metric.SOC, 90);
    assertThat(fleet.summary().soc()).isCloseTo((8_000 + 12_000 + 18_000) / 600.0, within(1e-9));
    assertThat(fleet.summary().totalKWh()).isCloseTo(20, within(1e-9));
    assertThat(Weights.of(fleet.items().stream().map(Item::now).toList()))
        .isEqualTo(Map.of(1L, 5_000.0, 2L, 15_000.0, 3L, 10_000.0));
  }

  @Test
  void allWeighTheSameWhenNoCapacityIsKnown() {
    FleetSummary summary =
        new Batteries()
            .with(battery(1, "A", "T", "P", Double.NaN), Metric.SOC, 80)
            .with(battery(2, "B", "T", "P", Double.NaN), Metric.SOC, 40)
            .summary();
    assertThat(summary.soc()).isEqualTo(60);
    assertThat(summary.totalKWh()).isNaN();
    assertThat(summary.availableKWh()).isNaN();
  }

  @Test
  void leavesOutWhatIsStaleOrUnknown() {
    FleetSummary summary =
        new Batteries()
            .with(battery(1, "A", "T", "P", 100), 0, s -> s.put(Metric.POWER, -500))
            .with(
                battery(2, "B", "T", "P", 100),
                70_000,
                s -> s.put(Metric.POWER, 9e5).put(Metric.TEMPERATURE_MAX, 80).put(Metric.SOC, 1))
            .silent(battery(3, "C", "T", "Q", 100))
            .summary();
    assertThat(summary.power()).isEqualTo(-500);
    assertThat(summary.soc()).isNaN();
    assertThat(summary.temperatureMax()).isNaN();
    assertThat(summary.hottest()).isEmpty();
    assertThat(summary.excluded()).isEqualTo(2);
    assertThat(summary.batteries()).isEqualTo(3);
    assertThat(summary.places()).isEqualTo(2);
    assertThat(summary.conditions())
        .containsEntry(Condition.STALE, 1)
        .containsEntry(Condition.UNKNOWN, 1)
        .containsEntry(Condition.NORMAL, 1)
        .containsEntry(Condition.CRITICAL, 0);
  }

  @Test
  void namesTheHottestBattery() {
    FleetSummary summary =
        new Batteries()
            .with(battery(1, "A", "T", "P", 100), Metric.TEMPERATURE_MAX, 24)
            .with(battery(2, "B", "T", "P", 100), Metric.TEMPERATURE_MAX, 31.5)
            .summary();
    assertThat(summary.temperatureMax()).isEqualTo(31.5);
    assertThat(summary.hottest().orElseThrow().battery().name()).isEqualTo("B");
  }

  @Test
  void theDelayIsWhatNineteenOfTwentyKeep() {
    Batteries fleet = new Batteries();
    // Received at NOW + 1000 − age: all with a delay of 1 s, however old.
    IntStream.range(0, 20)
        .forEach(i -> fleet.with(battery(i, "B" + i, "T", "P", 100), i, s -> s.put(Metric.SOC, 1)));
    assertThat(fleet.summary().delayP95Millis()).isEqualTo(1000);
    assertThat(new Batteries().summary().delayP95Millis()).isNaN();
  }

  @Test
  void groupsByTypeAndPlaceInTheOrderOfNames() {
    FleetSummary summary =
        new Batteries()
            .with(battery(1, "b", "Réseau", "Québec", 100), Metric.SOC, 20)
            .with(battery(2, "a", "Chariot", "Québec", 100), Metric.SOC, 40)
            .with(battery(3, "c", "Chariot", "Lévis", 100), Metric.SOC, 60)
            .summary();
    assertThat(summary.byType())
        .extracting(one -> one.type().name() + " " + one.batteries() + " " + one.soc())
        .containsExactly("Chariot 2 50.0", "Réseau 1 20.0");
    assertThat(summary.byPlace())
        .extracting(one -> one.place().name() + " " + one.types())
        .containsExactly("Lévis [Chariot]", "Québec [Chariot, Réseau]");
    assertThat(summary.byPlace().get(1).batteries())
        .extracting(one -> one.battery().name())
        .containsExactly("a", "b");
  }
}
