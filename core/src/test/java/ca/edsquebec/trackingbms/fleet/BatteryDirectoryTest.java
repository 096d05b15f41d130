package ca.edsquebec.trackingbms.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.measure.Chemistry;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.BatteryScope;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatteryDirectoryTest {

  private static final TenantId ACME = new TenantId("acme");
  private static final TenantId BOREAL = new TenantId("boreal");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-05-04T10:00:00Z"));
  private final List<Battery> stored = new CopyOnWriteArrayList<>(List.of(battery(1, "A")));
  private final AtomicInteger loads = new AtomicInteger();
  private final BatteryDirectory directory =
      new BatteryDirectory(
          (Function<TenantId, List<Battery>>)
              tenant -> {
                loads.incrementAndGet();
                return tenant.equals(ACME) ? List.copyOf(stored) : List.of();
              },
          clock);

  @Test
  void findsByCodeAndByIdWithOneLoad() {
    assertThat(directory.byCode(ACME, "A")).map(Battery::id).contains(1L);
    assertThat(directory.byId(ACME, 1)).map(Battery::code).contains("A");
    assertThat(loads).hasValue(1);
  }

  @Test
  void distinguishesCaseInCodes() {
    assertThat(directory.byCode(ACME, "a")).isEmpty();
  }

  @Test
  void keepsClientsApart() {
    assertThat(directory.byCode(ACME, "A")).isPresent();
    assertThat(directory.byCode(BOREAL, "A")).isEmpty();
    assertThat(directory.byId(BOREAL, 1)).isEmpty();
  }

  @Test
  void givesAllThatAViewerMaySee() {
    stored.add(battery(2, "B"));
    Viewer some = new Viewer(ACME, "user:1", BatteryScope.only(Set.of(2L)));
    assertThat(directory.all(Viewer.system(ACME)))
        .extracting(Battery::code)
        .containsExactly("A", "B");
    assertThat(directory.all(some)).extracting(Battery::code).containsExactly("B");
    assertThat(directory.all(Viewer.system(BOREAL))).isEmpty();
  }

  @Test
  void givesTheSameListUntilABatteryChanges() {
    List<Battery> before = directory.all(Viewer.system(ACME));
    clock.advance(Duration.ofSeconds(10));
    assertThat(directory.all(Viewer.system(ACME))).isSameAs(before);
    assertThat(loads).hasValue(2);
    stored.set(0, battery(1, "A", BatteryStatus.RETIRED));
    clock.advance(Duration.ofSeconds(10));
    assertThat(directory.all(Viewer.system(ACME))).isNotEqualTo(before);
  }

  @Test
  void readsAgainAfterTenSeconds() {
    directory.byCode(ACME, "A");
    stored.set(0, battery(1, "A", BatteryStatus.RETIRED));
    clock.advance(Duration.ofMillis(9_999));
    assertThat(directory.byCode(ACME, "A").orElseThrow().status())
        .isEqualTo(BatteryStatus.IN_SERVICE);
    clock.advance(Duration.ofMillis(1));
    assertThat(directory.byCode(ACME, "A").orElseThrow().status()).isEqualTo(BatteryStatus.RETIRED);
  }

  @Test
  void looksForAMissingOneOnceASecond() {
    assertThat(directory.byCode(ACME, "B")).isEmpty();
    stored.add(battery(2, "B"));
    clock.advance(Duration.ofMillis(999));
    assertThat(directory.byCode(ACME, "B")).isEmpty();
    assertThat(loads).hasValue(1);
    clock.advance(Duration.ofMillis(1));
    assertThat(directory.byCode(ACME, "B")).isPresent();
    assertThat(directory.byId(ACME, 2)).isPresent();
    assertThat(loads).hasValue(2);
  }

  @Test
  void readsAgainWhenTheClockWasSetBack() {
    directory.byCode(ACME, "A");
    clock.advance(Duration.ofHours(-1));
    directory.byCode(ACME, "A");
    assertThat(loads).hasValue(2);
  }

  @Test
  void loadsOnceForManyThreads() throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    AtomicInteger found = new AtomicInteger();
    IntStream.range(0, 200)
        .forEach(
            i ->
                threads.execute(
                    () -> directory.byCode(ACME, "A").ifPresent(b -> found.incrementAndGet())));
    threads.shutdown();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(found).hasValue(200);
    assertThat(loads).hasValue(1);
  }

  @Test
  void passesOnThatTheDatabaseIsAwayAndRecovers() {
    AtomicInteger tries = new AtomicInteger();
    BatteryDirectory shaky =
        new BatteryDirectory(
            (Function<TenantId, List<Battery>>)
                tenant -> {
                  if (tries.incrementAndGet() == 1) {
                    throw new UnavailableException("away", Duration.ofSeconds(1), null);
                  }
                  return stored;
                },
            clock);
    assertThatThrownBy(() -> shaky.byCode(ACME, "A")).isInstanceOf(UnavailableException.class);
    assertThat(shaky.byCode(ACME, "A")).isPresent();
  }

  @Test
  void tellsAllWhoWaitedForALoadThatItFailed() throws InterruptedException {
    List<Thread> callers = new ArrayList<>();
    AtomicInteger tries = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    BatteryDirectory away =
        new BatteryDirectory(
            (Function<TenantId, List<Battery>>)
                tenant -> {
                  tries.incrementAndGet();
                  awaitAllBut(1, callers);
                  throw new UnavailableException("away", Duration.ofSeconds(1), null);
                },
            clock);
    for (int i = 0; i < 8; i++) {
      callers.add(
          new Thread(
              () -> {
                try {
                  away.byCode(ACME, "A");
                } catch (UnavailableException e) {
                  refused.incrementAndGet();
                }
              }));
    }
    callers.forEach(Thread::start);
    for (Thread caller : callers) {
      caller.join();
    }
    assertThat(refused).hasValue(8);
    assertThat(tries).hasValue(1);
  }

  private static void awaitAllBut(int few, List<Thread> callers) {
    while (callers.stream().filter(t -> t.getState() == Thread.State.WAITING).count()
        < callers.size() - few) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static Battery battery(long id, String code) {
    return battery(id, code, BatteryStatus.IN_SERVICE);
  }

  private static Battery battery(long id, String code, BatteryStatus status) {
    return new Battery(
        id,
        "u" + id,
        code,
        code,
        new BatteryType(1, "t", "Laveuse"),
        new Place(1, "p", "Lévis", Fleet.DEFAULT_ZONE),
        Chemistry.LFP,
        16,
        100,
        51.2,
        "",
        "foxbms",
        Map.of(),
        Duration.ofSeconds(5),
        Duration.ofSeconds(60),
        status,
        Instant.EPOCH,
        Optional.empty());
  }
}
