package ca.edsquebec.trackingbms.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.telemetry.rollup.LocalDays;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Samples come in any order, sealing and counting run at any time and by clocks that go back, the
 * battery moves: what history says is always what follows from the samples alone.
 */
class RollupsAgainstBruteForceIT {

  private static final long LATER = Instant.parse("2026-12-20T00:00:00Z").toEpochMilli();
  private static final int STEPS = 15;

  private static final List<String> ZONES =
      List.of(
          "America/St_Johns",
          "America/Toronto",
          "Asia/Kathmandu",
          "Australia/Lord_Howe",
          "Pacific/Kiritimati",
          "Pacific/Honolulu",
          "UTC");

  /** Changes of clocks and ends of months are among the four days that follow. */
  private static final List<String> STARTS =
      List.of("2026-03-07", "2026-03-30", "2026-04-03", "2026-06-29", "2026-10-30");

  private static final List<Long> PERIODS = List.of(5_000L, 60_000L, 1_234_567L, 3_600_000L);

  private TestInstallation installation;
  private Telemetry telemetry;
  private TenantId acme;

  @BeforeEach
  void start() {
    installation = new TestInstallation();
    telemetry = new Telemetry(installation.databases(), Telemetry.at(LATER));
    acme = installation.tenant("acme");
  }

  @AfterEach
  void stop() {
    telemetry.close();
    installation.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void saysWhatFollowsFromTheSamplesAlone(long seed) {
    Random random = new Random(seed);
    for (int battery = 0; battery < 10; battery++) {
      new Life(random, "B-" + battery).run();
    }
  }

  /** What befalls one battery. */
  private final class Life {

    private final Random random;
    private final String code;
    private final long start;
    private final long period;
    private final BruteForce expected;
    private final StringBuilder story = new StringBuilder();
    private Battery battery;

    /** By another calendar than days were last counted. */
    private boolean moved;

    Life(Random random, String code) {
      this.random = random;
      this.code = code;
      start = Instant.parse(any(STARTS) + "T00:00:00Z").toEpochMilli();
      period = any(PERIODS);
      expected = new BruteForce(period);
      String zone = any(ZONES);
      battery =
          telemetry.fleet.add(
              Actor.SYSTEM,
              acme,
              NewBattery.builder(code, "Essai", "Lieu de " + code, "foxbms")
                  .zone(ZoneId.of(zone))
                  .storagePeriod(Duration.ofMillis(period))
                  .commissionedAt(Instant.parse("2026-02-01T00:00:00Z"))
                  .build());
      tell("%s, a sample each %d ms".formatted(zone, period));
    }

    void run() {
      for (int step = 0; step < STEPS; step++) {
        step(random.nextBoolean() ? LATER : anyTime());
        compare();
      }
      seal(LATER);
      count(LATER);
      compare();
    }

    private void step(long clock) {
      switch (random.nextInt(9)) {
        case 0, 1, 2, 3 -> store(anyTime());
        case 4 -> seal(clock);
        case 5, 6 -> {
          seal(clock);
          count(clock);
        }
        case 7 -> count(clock);
        default -> move(anyTime());
      }
    }

    private void store(long from) {
      // Often around the quarters of an hour, where hours and days end.
      long quarter = Hours.MILLIS / 4;
      long ts = random.nextBoolean() ? from : from / quarter * quarter - 5 * period;
      int count = 1 + random.nextInt(60);
      tell("%d samples from %s".formatted(count, Instant.ofEpochMilli(ts)));
      List<Measured> samples = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Sample sample = sample(ts);
        expected.add(sample);
        samples.add(new Measured(battery.id(), 0, sample));
        ts += pause();
      }
      telemetry.ingest.backfill(acme, samples);
    }

    private long pause() {
      return switch (random.nextInt(6)) {
        case 0 -> 3 * period;
        case 1 -> 3 * period + 1;
        case 2 -> 1 + random.nextInt((int) period);
        case 3 -> period * (1 + random.nextInt(8));
        default -> period;
      };
    }

    private Sample sample(long ts) {
      Sample.Builder sample = new Sample.Builder(ts).cellVoltages(3.2, 3.3);
      if (random.nextInt(5) > 0) {
        sample.put(Metric.CURRENT, (random.nextInt(100_001) - 50_000) / 1000.0);
      }
      if (random.nextInt(3) > 0) {
        sample.put(Metric.POWER, (random.nextInt(60_001) - 30_000) / 10.0);
      }
      if (random.nextInt(5) > 0) {
        sample.put(Metric.SOC, random.nextInt(10_001) / 100.0);
      }
      return sample.build();
    }

    private void seal(long clock) {
      tell("sealed at " + Instant.ofEpochMilli(clock));
      assertThat(telemetry.sealing(clock).seal(acme).orElseThrow().left()).isEmpty();
    }

    private void count(long clock) {
      tell("counted at " + Instant.ofEpochMilli(clock));
      assertThat(telemetry.rollups(clock).update(acme)).isPresent();
      moved = false;
    }

    private void move(long since) {
      String zone = any(ZONES);
      String place = "%s en %s".formatted(code, story.length());
      tell("moved to %s at %s".formatted(zone, Instant.ofEpochMilli(since)));
      telemetry.fleet.addPlace(Actor.SYSTEM, acme, place, ZoneId.of(zone));
      battery = telemetry.fleet.move(Actor.SYSTEM, acme, code, place, Instant.ofEpochMilli(since));
      moved = true;
    }

    private void compare() {
      assertThat(telemetry.history.samples(viewer(), battery.id(), range(), 100_000))
          .as(story.toString())
          .extracting(Sample::ts)
          .containsExactlyElementsOf(expected.times());
      LocalDays days = Calendars.days(telemetry.placements.of(acme, battery.id()));
      for (Level level :
          moved ? List.of(Level.HOUR) : List.of(Level.HOUR, Level.DAY, Level.MONTH)) {
        List<BruteForce.Counted> all = expected.all(level, days);
        List<BruteForce.Counted> found = found(level);
        String about = "%s: %s".formatted(level, story);
        assertThat(found).as(about).hasSameSizeAs(all);
        if (isSealed()) {
          assertThat(found).as(about).isEqualTo(all);
        } else {
          // What lies between two buckets may wait for the next pass.
          assertThat(found)
              .as(about)
              .extracting(c -> c.range() + c.means())
              .isEqualTo(all.stream().map(c -> c.range() + c.means()).toList());
        }
      }
    }

    private boolean isSealed() {
      String rows = "SELECT COUNT(*) FROM %s.sample WHERE battery_id = " + battery.id();
      return telemetry.number(acme, rows) == 0;
    }

    private List<BruteForce.Counted> found(Level level) {
      RollupSeries series =
          telemetry.history.rollups(viewer(), battery, level, range(), List.of(Metric.SOC));
      RollupSeries.Means soc = series.means().get(Metric.SOC);
      RollupSeries.Throughput through = series.throughput();
      List<BruteForce.Counted> found = new ArrayList<>();
      for (int i = 0; i < series.ranges().size(); i++) {
        found.add(
            BruteForce.counted(
                series.ranges().get(i),
                new double[] {soc.mean()[i], soc.min()[i], soc.max()[i], soc.last()[i]},
                series.coverage()[i],
                new double[] {through.chargeIn()[i], through.chargeOut()[i]},
                new double[] {through.energyIn()[i], through.energyOut()[i]}));
      }
      return found;
    }

    private TimeRange range() {
      return new TimeRange(start - 3 * 24 * Hours.MILLIS, start + 60 * 24 * Hours.MILLIS);
    }

    private long anyTime() {
      return start + (long) (random.nextDouble() * 4 * 24 * Hours.MILLIS);
    }

    private <T> T any(List<T> choices) {
      return choices.get(random.nextInt(choices.size()));
    }

    private void tell(String what) {
      story.append(what).append("; ");
    }
  }

  private Viewer viewer() {
    return Viewer.system(acme);
  }
}
