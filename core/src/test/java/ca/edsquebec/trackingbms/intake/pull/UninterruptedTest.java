package ca.edsquebec.trackingbms.intake.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UninterruptedTest {

  private static final long LONG = TimeUnit.SECONDS.toNanos(20);

  @AfterEach
  void forget() {
    assertThat(Thread.interrupted()).as("interrupted after it").isTrue();
  }

  @Test
  void waitsForTheEndAlthoughInterrupted() {
    CompletableFuture<Void> what = new CompletableFuture<>();
    Thread test = Thread.currentThread();
    Thread other =
        new Thread(
            () -> {
              test.interrupt();
              what.complete(null);
            });
    other.start();
    assertThat(Uninterrupted.await(what, LONG)).isTrue();
    assertThat(what).isDone();
    join(other);
  }

  private static void join(Thread other) {
    boolean interrupted = Thread.interrupted();
    while (other.isAlive()) {
      Thread.onSpinWait();
    }
    if (interrupted || Thread.interrupted()) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void waitsForThreadsAlthoughInterrupted() {
    CompletableFuture<Void> stored = new CompletableFuture<>();
    ExecutorService threads = Executors.newFixedThreadPool(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    threads.submit(
        () -> {
          interrupted.await();
          return stored.complete(null);
        });
    threads.shutdown();
    Thread.currentThread().interrupt();
    interrupted.countDown();
    assertThat(Uninterrupted.awaitEnd(threads, LONG)).isTrue();
    assertThat(stored).isDone();
  }

  @Test
  void doesNotWaitForEver() {
    Thread.currentThread().interrupt();
    assertThat(Uninterrupted.await(new CompletableFuture<>(), 1_000_000)).isFalse();
  }
}
