package ca.edsquebec.trackingbms.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.client.SampleMeter;
import ca.edsquebec.trackingbms.connector.Capture;
import ca.edsquebec.trackingbms.connector.Captured;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.fleet.Placements;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.telemetry.History;
import ca.edsquebec.trackingbms.telemetry.Ingest;
import ca.edsquebec.trackingbms.telemetry.Latest;
import ca.edsquebec.trackingbms.telemetry.LatestState;
import ca.edsquebec.trackingbms.telemetry.Quarantine;
import ca.edsquebec.trackingbms.telemetry.Trends;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import ca.edsquebec.trackingbms.testkit.TestAudit;
import ca.edsquebec.trackingbms.testkit.TestDatabase;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The recorded ten minutes of a foxBMS, on their way into a client's database. */
class FrameIntakeIT {

  /** The recording's first second; its clock is the test's. */
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static TestInstallation installation;
  private static Fleet fleet;
  private static List<Frame> session;

  private final SettableClock clock = new SettableClock(START.plusSeconds(600));
  private TenantId tenant;
  private Battery battery;
  private LatestState latest;
  private Trends trends;
  private SampleMeter meter;
  private Ingest ingest;
  private FrameIntake intake;

  @BeforeAll
  static void start() throws IOException {
    installation = new TestInstallation();
    fleet =
        new Fleet(
            installation.databases().tenantDatabase(),
            (id, settings) -> {},
            TestAudit.of(installation.databases(), new SettableClock(START)),
            new SettableClock(START));
    session = session();
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @BeforeEach
  void open() {
    tenant = installation.tenant("acme");
    battery =
        fleet.add(
            Actor.SYSTEM,
            tenant,
            NewBattery.builder("FOX-" + NUMBER.incrementAndGet(), "Essai", "Banc", "foxbms")
                .build());
    restart();
  }

  @AfterEach
  void close() {
    ingest.close();
    latest.close();
    trends.close();
    meter.close();
  }

  private void restart() {
    TenantDatabase db = installation.databases().tenantDatabase();
    latest = new LatestState(db, List.of(), clock);
    trends = new Trends(db, clock);
    meter =
        new SampleMeter(
            installation.databases().registry(), installation.databases().tenants(), clock);
    ingest = new Ingest(db, latest, trends, meter, clock);
    intake = new FrameIntake(ingest, latest, new Quarantine(db, clock), clock);
  }

  @Test
  void storesASampleEachFiveSecondsOfFrameTimeAndShowsTheNewest() {
    FrameReceipt receipt = send(0, 400);
    assertThat(receipt.invalidCount()).isZero();
    assertThat(receipt.decoded() + receipt.ignored()).isEqualTo(receipt.frames());
    assertThat(receipt.durableUntil()).hasValue(START.plusSeconds(395).toEpochMilli());
    List<Sample> stored = stored();
    assertThat(stored).hasSize(receipt.samples());
    assertThat(stored.stream().filter(s -> s.ts() % 5000 == 0)).hasSize(79);
    assertThat(newest().ts())
        .as("the live view need not wait for the grid")
        .isGreaterThan(START.plusSeconds(395).toEpochMilli());
  }

  @Test
  void keepsTheStateOfChargeRightInStandby() {
    send(0, 400);
    Sample before = newest();
    send(400, 500);
    assertThat(before.value(Metric.SOC)).isBetween(75.0, 90.0);
    assertThat(stored().stream().mapToDouble(s -> s.value(Metric.SOC)))
        .as("the pack message says 0 % whenever no string is connected")
        .allMatch(soc -> soc > 50);
  }

  @Test
  void isStaleFiveSecondsAfterTheBusFellSilent() {
    send(0, 425);
    long age = START.plusSeconds(425).toEpochMilli() - newest().ts();
    assertThat(age).isGreaterThan(5_000).isLessThan(10_000);
  }

  @Test
  void goesOnLiveWhenOurClockWasSetBack() {
    clock.advance(Duration.ofMinutes(50));
    send(0, 60, Duration.ofHours(1));
    long ahead = newest().ts();
    assertThat(ahead).isGreaterThan(START.plusSeconds(3600).toEpochMilli());
    clock.advance(Duration.ofMinutes(-55));
    FrameReceipt receipt = send(60, 120);
    assertThat(newest().ts()).isBetween(ahead - 3_600_000, ahead - 3_000_000);
    assertThat(receipt.since()).as("a memory that begins anew").isPresent();
    send(120, 180);
    long after = newest().ts();
    assertThat(after).isGreaterThan(START.plusSeconds(170).toEpochMilli());
    // The table that a restart reads has gone back, too.
    close();
    restart();
    assertThat(newest().ts()).isEqualTo(after);
    assertThat(stored()).isNotEmpty();
  }

  @Test
  void makesDuplicatesOfARepeatedRequest() {
    FrameReceipt first = send(0, 200);
    FrameReceipt again = send(0, 200);
    assertThat(first.duplicates()).isZero();
    assertThat(again.samples()).isEqualTo(again.duplicates()).isPositive();
    assertThat(stored()).hasSize(first.samples());
  }

  @Test
  void givesTheSameSamplesHoweverTheFramesAreSplit() {
    send(0, 300);
    List<Sample> whole = stored();
    open();
    for (int second = 0; second < 300; second += 7) {
      send(second, Math.min(300, second + 7));
    }
    assertThat(stored()).isEqualTo(whole);
  }

  @Test
  void losesNoFrameWhenOneInstantIsSplitOverTwoRequests() {
    List<FrameBatch.Offered> coarse = new ArrayList<>();
    for (FrameBatch.Offered offered : frames(0, 60)) {
      Frame frame = offered.frame();
      // As a gateway dates them whose clock ticks each 5 s.
      coarse.add(
          new FrameBatch.Offered(
              offered.offset(), frame.at(frame.timeMicros() / 5_000_000 * 5_000_000)));
    }
    for (FrameBatch.Offered one : coarse) {
      intake.accept(tenant, battery, new FrameBatch(List.of(one), List.of()));
    }
    List<Sample> oneByOne = stored();
    open();
    intake.accept(tenant, battery, new FrameBatch(coarse, List.of()));
    assertThat(stored()).isEqualTo(oneByOne).isNotEmpty();
  }

  @Test
  void fillsABacklogInWithoutTouchingTheLatest() {
    send(300, 400);
    Sample newest = newest();
    FrameReceipt backlog = send(100, 205);
    assertThat(newest()).isEqualTo(newest);
    assertThat(backlog.duplicates()).isZero();
    assertThat(backlog.said()).as("as when a clock was set back").isTrue();
    assertThat(stored().stream().map(Sample::ts))
        .as("the end of a backlog is stored too: nothing will cut it later")
        .contains(START.plusSeconds(205).toEpochMilli());
  }

  @Test
  void goesOnAfterARestartFromTheDurableInstant() {
    FrameReceipt before = send(0, 202);
    close();
    restart();
    int from = (int) (before.durableUntil().orElseThrow() - START.toEpochMilli()) / 1000;
    send(from, 400);
    assertThat(stored().stream().filter(s -> s.ts() % 5000 == 0)).hasSize(79);
  }

  @Test
  void remembersAfterARestartWhatIsSentAgainBeforeWhatIsNew() {
    send(0, 202);
    long begun = send(202, 204).since().orElseThrow();
    assertThat(begun).as("the first frame of all").isBetween(at(0), at(2));
    close();
    restart();
    FrameReceipt again = send(140, 400);
    assertThat(again.since().orElseThrow()).isBetween(at(140), at(142));
    assertThat(again.duplicates()).isGreaterThanOrEqualTo(12);
    assertThat(stored().stream().filter(s -> s.ts() % 5000 == 0)).hasSize(79);
    assertThat(send(10, 60).since()).as("backlog stands by itself").isEmpty();
  }

  private static long at(int second) {
    return START.plusSeconds(second).toEpochMilli();
  }

  @Test
  void takesOnlyTheNewPartOfAnOverlappingRequest() {
    send(0, 102);
    FrameReceipt overlapping = send(60, 200);
    assertThat(overlapping.duplicates()).isPositive().isLessThan(overlapping.samples());
    assertThat(stored().stream().filter(s -> s.ts() % 5000 == 0)).hasSize(39);
    assertThat(newest().ts()).isGreaterThan(START.plusSeconds(195).toEpochMilli());
  }

  @Test
  void doesNotLetAClockThatRunsAheadMakeTheRestLookOld() {
    List<FrameBatch.Offered> ahead = new ArrayList<>();
    for (FrameBatch.Offered offered : frames(0, 60)) {
      Frame frame = offered.frame();
      ahead.add(
          new FrameBatch.Offered(offered.offset(), frame.at(frame.timeMicros() + 3_600_000_000L)));
    }
    FrameReceipt skewed = intake.accept(tenant, battery, new FrameBatch(ahead, List.of()));
    assertThat(skewed.samples()).as("stored all the same").isPositive();
    assertThat(skewed.durableUntil())
        .as("the sender need not keep them for ever")
        .hasValue(START.plusSeconds(3600 + 55).toEpochMilli());
    assertThat(latest.latest(Viewer.system(tenant), battery.id())).isEmpty();
    send(0, 100);
    assertThat(newest().ts()).isLessThan(START.plusSeconds(101).toEpochMilli());
  }

  @Test
  void refusesFramesOfAnotherDayWithTheirReason() {
    List<FrameBatch.Offered> future = new ArrayList<>();
    for (FrameBatch.Offered offered : frames(0, 30)) {
      Frame frame = offered.frame();
      future.add(
          new FrameBatch.Offered(
              offered.offset(), frame.at(frame.timeMicros() + 3 * 86_400_000_000L)));
    }
    FrameReceipt receipt = intake.accept(tenant, battery, new FrameBatch(future, List.of()));
    assertThat(receipt.samples()).isZero();
    assertThat(receipt.rejected()).isNotEmpty().allMatch(r -> r.reason().contains("24 h"));
  }

  @Test
  void showsNothingOfADeviceWhoseClockWasNeverSet() {
    List<FrameBatch.Offered> unset = new ArrayList<>();
    for (FrameBatch.Offered offered : frames(0, 30)) {
      Frame frame = offered.frame();
      unset.add(
          new FrameBatch.Offered(
              offered.offset(), frame.at(frame.timeMicros() - START.toEpochMilli() * 1000)));
    }
    FrameReceipt receipt = intake.accept(tenant, battery, new FrameBatch(unset, List.of()));
    assertThat(receipt.rejected()).isNotEmpty();
    assertThat(latest.latest(Viewer.system(tenant), battery.id())).isEmpty();
  }

  @Test
  void keepsTheGoodFramesAndCountsTheBadOnes() {
    List<FrameBatch.Offered> frames = new ArrayList<>(frames(0, 30));
    long at = frames.get(10).frame().timeMicros();
    frames.add(new FrameBatch.Offered(9001, Frame.can(at, 0x233, new byte[5])));
    FrameBatch.Fault cut = new FrameBatch.Fault(9002, "(17672", "cut", false);
    FrameReceipt receipt = intake.accept(tenant, battery, new FrameBatch(frames, List.of(cut)));
    assertThat(receipt.invalid())
        .extracting(i -> i.offset())
        .containsExactlyInAnyOrder(9001L, 9002L);
    assertThat(receipt.samples()).isPositive();
    assertThat(receipt.frames())
        .isEqualTo(receipt.decoded() + receipt.ignored() + receipt.invalidCount());
    TenantDatabase db = installation.databases().tenantDatabase();
    assertThat(new Quarantine(db, clock).recent(Viewer.system(tenant), 10))
        .extracting(Quarantine.Kept::text)
        .contains("233#0000000000", "(17672");
  }

  @Test
  void putsNothingIntoAnotherClientsDatabase() {
    send(0, 60);
    TenantId other = installation.tenant("boreal");
    assertThat(latest.all(Viewer.system(other))).isEmpty();
    assertThat(history().samples(Viewer.system(other), battery.id(), range(), 1000)).isEmpty();
    assertThat(newest().value(Metric.PACK_VOLTAGE)).isCloseTo(140, within(20.0));
  }

  /** As below, dated by a clock that is so much ahead. */
  private void send(int fromSecond, int toSecond, Duration later) {
    List<FrameBatch.Offered> dated =
        frames(fromSecond, toSecond).stream()
            .map(
                offered ->
                    new FrameBatch.Offered(
                        offered.offset(),
                        offered.frame().at(offered.frame().timeMicros() + later.toMillis() * 1000)))
            .toList();
    var unused = intake.accept(tenant, battery, new FrameBatch(dated, List.of()));
  }

  private FrameReceipt send(int fromSecond, int toSecond) {
    return intake.accept(tenant, battery, new FrameBatch(frames(fromSecond, toSecond), List.of()));
  }

  /**
   * Behind {@code from}, up to and with {@code to}: what a sender keeps behind a durable instant.
   */
  private static List<FrameBatch.Offered> frames(int fromSecond, int toSecond) {
    long from = START.plusSeconds(fromSecond).toEpochMilli() * 1000;
    long to = START.plusSeconds(toSecond).toEpochMilli() * 1000;
    List<FrameBatch.Offered> chosen = new ArrayList<>();
    for (Frame frame : session) {
      if (frame.timeMicros() > from && frame.timeMicros() <= to) {
        chosen.add(new FrameBatch.Offered(chosen.size(), frame));
      }
    }
    return chosen;
  }

  private Sample newest() {
    return latest.latest(Viewer.system(tenant), battery.id()).map(Latest::sample).orElseThrow();
  }

  private List<Sample> stored() {
    return history().samples(Viewer.system(tenant), battery.id(), range(), 10_000);
  }

  private static History history() {
    TenantDatabase db = installation.databases().tenantDatabase();
    return new History(db, new Placements(db));
  }

  private static TimeRange range() {
    return TimeRange.between(START.minusSeconds(60), START.plusSeconds(7200));
  }

  private static List<Frame> session() throws IOException {
    List<Frame> frames = new ArrayList<>();
    try (InputStream log =
        Files.newInputStream(
            TestDatabase.projectRoot()
                .resolve("core/src/test/resources/vectors/foxbms/session.candump.log"))) {
      Capture.read(
          log,
          line -> {
            if (line instanceof Captured.Received received) {
              frames.add(received.frame());
            }
          });
    }
    return frames;
  }
}
