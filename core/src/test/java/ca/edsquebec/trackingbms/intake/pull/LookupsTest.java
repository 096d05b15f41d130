package ca.edsquebec.trackingbms.intake.pull;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LookupsTest {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final TenantId ACME = new TenantId("acme");
  private static final TenantId BOREAL = new TenantId("boreal");

  @Test
  void aClientWhoseNameServerIsAwayKeepsNobodyElseWaiting() throws Exception {
    CountDownLatch away = new CountDownLatch(1);
    CompletableFuture<Void> last = new CompletableFuture<>();
    CompletableFuture<Void> other = new CompletableFuture<>();
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (Lookups lookups = new Lookups(Executors.newFixedThreadPool(2))) {
      for (int i = 0; i < 300; i++) {
        lookups.execute(
            ACME,
            () -> {
              most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
              await(away);
              atOnce.decrementAndGet();
            });
      }
      lookups.execute(ACME, () -> last.complete(null));
      lookups.execute(BOREAL, () -> other.complete(null));
      assertThat(other).succeedsWithin(LIMIT);
      assertThat(last).isNotDone();
      away.countDown();
      assertThat(last).succeedsWithin(LIMIT);
      assertThat(most).hasValue(1);
    }
  }

  @Test
  void oneThatFailsKeepsNobodyWaiting() {
    CompletableFuture<Void> next = new CompletableFuture<>();
    try (Lookups lookups = new Lookups(Executors.newFixedThreadPool(1))) {
      lookups.execute(
          ACME,
          () -> {
            throw new IllegalStateException("meant to be seen in the log of this test");
          });
      lookups.execute(ACME, () -> next.complete(null));
      assertThat(next).succeedsWithin(LIMIT);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
