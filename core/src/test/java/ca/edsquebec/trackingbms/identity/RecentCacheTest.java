package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentCacheTest {

  private final SettableClock clock = new SettableClock(Instant.parse("2026-05-04T10:00:00Z"));
  private final RecentCache<String, Integer> cache =
      new RecentCache<>(Duration.ofSeconds(1), 3, clock);

  @Test
  void countsTheAgeFromWhenItWasAsked() {
    long askedAt = cache.now();
    clock.advance(Duration.ofMillis(600));
    cache.put("a", 1, askedAt);
    clock.advance(Duration.ofMillis(399));
    assertThat(cache.get("a")).contains(1);
    clock.advance(Duration.ofMillis(1));
    assertThat(cache.get("a")).isEmpty();
  }

  @Test
  void isOldWhenTheClockWasSetBack() {
    cache.put("a", 1, cache.now());
    clock.advance(Duration.ofSeconds(-10));
    assertThat(cache.get("a")).isEmpty();
  }

  @Test
  void dropsOldOnesBeforeFreshOnesWhenFull() {
    cache.put("old", 1, cache.now());
    clock.advance(Duration.ofSeconds(2));
    cache.put("b", 2, cache.now());
    cache.put("c", 3, cache.now());
    cache.put("d", 4, cache.now());
    assertThat(cache.get("b")).contains(2);
    assertThat(cache.get("d")).contains(4);
  }

  @Test
  void neverHoldsMoreThanItsSize() {
    for (int i = 0; i < 1000; i++) {
      cache.put("k" + i, i, cache.now());
    }
    long held = 0;
    for (int i = 0; i < 1000; i++) {
      held += cache.get("k" + i).isPresent() ? 1 : 0;
    }
    assertThat(held).isBetween(1L, 3L);
  }
}
