package ca.edsquebec.trackingbms.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  // Near the end of its range, where nanoTime may well begin.
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1_000_000);
  private final RateLimit limit = new RateLimit(10, clock::get);

  @Test
  void letsTwentySecondsWorthInAtOnceAndThenTheRate() {
    assertThat(taken("a", 250)).isEqualTo(200);
    clock.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(taken("a", 250)).isEqualTo(10);
    clock.addAndGet(Duration.ofHours(1).toNanos());
    assertThat(taken("a", 250)).isEqualTo(200);
  }

  @Test
  void saysHowLongToWait() {
    taken("a", 200);
    long wait = limit.take("a");
    assertThat(wait).isEqualTo(TimeUnit.MILLISECONDS.toNanos(100));
    clock.addAndGet(wait);
    assertThat(limit.take("a")).isZero();
  }

  @Test
  void countsEachForItself() {
    taken("a", 250);
    assertThat(limit.take("b")).isZero();
  }

  @Test
  void remembersNoMoreThanItsShareHoweverManyCome() {
    for (int i = 0; i < 300_000; i++) {
      limit.take("stranger " + i);
    }
    assertThat(limit.remembered()).isLessThanOrEqualTo(50_001);
  }

  @Test
  void forgetsFirstWhoHasNothingToPay() {
    for (int i = 0; i < 40_000; i++) {
      limit.take("early " + i);
    }
    clock.addAndGet(Duration.ofMinutes(1).toNanos());
    taken("busy", 200);
    for (int i = 0; i < 10_000; i++) {
      limit.take("late " + i);
    }
    assertThat(limit.remembered()).isLessThan(20_000);
    assertThat(limit.take("busy")).isPositive();
  }

  @Test
  void countsRightlyFromManyThreads() throws InterruptedException {
    AtomicInteger taken = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    for (int i = 0; i < 8; i++) {
      threads.execute(() -> taken.addAndGet(taken("a", 1000)));
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(taken).hasValue(200);
  }

  private int taken(String sender, int tries) {
    int taken = 0;
    for (int i = 0; i < tries; i++) {
      taken += limit.take(sender) == 0 ? 1 : 0;
    }
    return taken;
  }
}
