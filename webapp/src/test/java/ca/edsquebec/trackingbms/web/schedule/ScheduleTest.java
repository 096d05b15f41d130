package ca.edsquebec.trackingbms.web.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final Duration LONG = Duration.ofHours(1);

  @Test
  void runsAJobAgainAndAgainEvenWhenItFails() throws Exception {
    CountDownLatch runs = new CountDownLatch(3);
    try (Schedule schedule = new Schedule()) {
      schedule.every(
          Duration.ofMillis(20),
          "failing",
          () -> {
            runs.countDown();
            throw new IllegalStateException("on purpose");
          });
      assertThat(runs.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void runsAtOnceWhenWokenAndOnceForManyCalls() throws Exception {
    Semaphore begun = new Semaphore(0);
    Semaphore mayEnd = new Semaphore(0);
    AtomicInteger runs = new AtomicInteger();
    try (Schedule schedule = new Schedule()) {
      schedule.every(
          LONG,
          "woken",
          () -> {
            runs.incrementAndGet();
            begun.release();
            mayEnd.acquireUninterruptibly();
          });
      assertThat(begun.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
      for (int i = 0; i < 50; i++) {
        schedule.wake("woken");
      }
      assertThat(runs).as("not twice at the same time").hasValue(1);
      mayEnd.release();
      assertThat(begun.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
      mayEnd.release();
    }
    assertThat(runs).hasValue(2);
  }

  @Test
  void leavesNoThreadBehind() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    CountDownLatch ran = new CountDownLatch(1);
    Schedule schedule = new Schedule();
    schedule.every(LONG, "once", ran::countDown);
    assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
    Set<Thread> ours =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !before.contains(thread) && thread.getName().startsWith("schedule"))
            .collect(Collectors.toSet());
    assertThat(ours).isNotEmpty().allMatch(Thread::isDaemon);
    schedule.close();
    for (Thread thread : ours) {
      thread.join(TimeUnit.SECONDS.toMillis(20));
      assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }
  }
}
