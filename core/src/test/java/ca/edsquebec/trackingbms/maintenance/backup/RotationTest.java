package ca.edsquebec.trackingbms.maintenance.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RotationTest {

  private static final Instant LAST = Instant.parse("2026-11-28T02:00:00Z");

  @Test
  void keepsSevenDaysFourWeeksAndTwelveMonthsOfThreeYears() {
    List<Instant> nights = nights(1100);
    Set<Instant> kept = new Rotation(7, 4, 12).kept(nights);
    assertThat(kept).contains(LAST, LAST.minus(Duration.ofDays(6)));
    assertThat(kept)
        .contains(
            Instant.parse("2026-11-15T02:00:00Z"),
            Instant.parse("2026-11-08T02:00:00Z"),
            Instant.parse("2026-10-31T02:00:00Z"),
            Instant.parse("2025-12-31T02:00:00Z"));
    assertThat(kept).doesNotContain(Instant.parse("2025-11-30T02:00:00Z"));
    assertThat(kept).hasSize(7 + 2 + 11);
  }

  @Test
  void holdsWhatItKeptNightAfterNight() {
    Rotation rotation = new Rotation(7, 4, 12);
    List<Instant> all = nights(800);
    Set<Instant> there = Set.of();
    for (int i = all.size() - 1; i >= 0; i--) {
      Set<Instant> before = new java.util.HashSet<>(there);
      before.add(all.get(i));
      there = rotation.kept(before);
    }
    assertThat(there).isEqualTo(rotation.kept(all));
  }

  @Test
  void deletesNothingBecauseTimeGoesBy() {
    List<Instant> old = List.of(Instant.parse("2020-01-01T00:00:00Z"));
    assertThat(new Rotation(1, 1, 1).kept(old)).containsExactlyElementsOf(old);
    assertThat(new Rotation(1, 1, 1).kept(List.of())).isEmpty();
  }

  private static List<Instant> nights(int count) {
    return IntStream.range(0, count).mapToObj(i -> LAST.minus(Duration.ofDays(i))).toList();
  }
}
