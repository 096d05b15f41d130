package ca.edsquebec.trackingbms.jobs.simulate.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

  private static final long HOUR = 3_600_000;
  private static final long START = 500 * HOUR;

  private record Arrival(int battery, long ts) {}

  private static List<Arrival> all(Arrivals arrivals) {
    return IntStream.range(0, arrivals.size())
        .mapToObj(i -> new Arrival(arrivals.battery(i), arrivals.ts(i)))
        .toList();
  }

  @Test
  void everyBatteryComesBeforeTheNextFiveSeconds() {
    assertThat(all(Arrivals.timeMajor(2, START, 2)))
        .containsExactly(
            new Arrival(0, START),
            new Arrival(1, START),
            new Arrival(0, START + 5000),
            new Arrival(1, START + 5000));
  }

  @Test
  void shuffledTheSameSamplesComeButNotInOrder() {
    Arrivals ordered = Arrivals.timeMajor(3, START, 1000);
    List<Arrival> shuffled = all(ordered.shuffledWithinAnHour());
    assertThat(shuffled).containsExactlyInAnyOrderElementsOf(all(ordered));
    assertThat(IntStream.range(1, shuffled.size()))
        .filteredOn(i -> shuffled.get(i).ts() < shuffled.get(i - 1).ts())
        .hasSizeGreaterThan(1000);
  }

  @Test
  void shuffledASampleStaysInItsHour() {
    Arrivals ordered = Arrivals.timeMajor(3, START, 1000);
    Arrivals shuffled = ordered.shuffledWithinAnHour();
    for (int i = 0; i < ordered.size(); i++) {
      assertThat(shuffled.ts(i) / HOUR).isEqualTo(ordered.ts(i) / HOUR);
    }
  }

  @Test
  void shuffledTwiceTheOrderIsTheSame() {
    Arrivals ordered = Arrivals.timeMajor(3, START, 1000);
    assertThat(all(ordered.shuffledWithinAnHour())).isEqualTo(all(ordered.shuffledWithinAnHour()));
  }
}
