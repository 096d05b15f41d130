package ca.edsquebec.trackingbms.telemetry.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.telemetry.rollup.LocalDays.Stay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From samples through UTC hours to local days, as the portal does it. */
class RollupOfLocalDaysTest {

  private static final long HOUR = 3_600_000;
  private static final int A = 1000;
  private static final int W = 10;

  @ParameterizedTest
  @CsvSource({
    "America/Toronto,  2026-03-08, 23",
    "America/Toronto,  2026-11-01, 25",
    "America/Toronto,  2026-07-01, 24",
    "America/St_Johns, 2026-03-08, 23",
    "America/St_Johns, 2026-11-01, 25",
    "America/Regina,   2026-03-08, 24",
    "UTC,              2026-11-01, 24",
    "Asia/Kathmandu,   2026-03-08, 24",
  })
  void aDayOfTenAmperesHasTenAmpereHoursForEachHour(String zone, LocalDate date, int hours) {
    TimeRange day = days(zone).day(date);
    Observations all = constant(day.fromMillis() - 2 * HOUR, day.toMillis() + HOUR);
    Rollup r = ofHours(all, day);
    assertThat(r.chargeInAh()).isEqualTo(10.0 * hours);
    assertThat(r.energyInWh()).isEqualTo(512.0 * hours);
    assertThat(r.chargeOutAh()).isZero();
    assertThat(r.energyOutWh()).isZero();
    assertThat(r.samples()).isEqualTo(720 * hours);
    assertThat(r.observedMillis()).isEqualTo(hours * HOUR);
    assertThat(r.coverage(day)).isEqualTo(1);
    assertThat(r.stats().get(Samples.CURRENT).mean()).isEqualTo(10 * A);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"America/Toronto", "America/St_Johns", "America/Regina", "UTC", "Asia/Kathmandu"})
  void aDayOfItsHoursIsTheDayInOneGo(String zone) {
    for (LocalDate date : List.of(LocalDate.of(2026, 3, 8), LocalDate.of(2026, 11, 1))) {
      TimeRange day = days(zone).day(date);
      Random random = new Random(date.toEpochDay());
      Observations all = Samples.random(random, day.fromMillis() - 2 * HOUR, 10_000).observations();
      assertThat(all.times()[9_999]).isGreaterThan(day.toMillis());
      Accumulator inOneGo = Samples.accumulator();
      inOneGo.skip(all, 0, index(all, day.fromMillis()));
      inOneGo.add(all, index(all, day.fromMillis()), index(all, day.toMillis()));
      assertThat(ofHours(all, day)).isEqualTo(inOneGo.rollup().orElseThrow());
    }
  }

  /** Whole hours from their own rollups; an hour that the day cuts in two, from its samples. */
  private static Rollup ofHours(Observations all, TimeRange day) {
    List<Rollup> parts = new ArrayList<>();
    for (long hour = day.fromMillis() / HOUR * HOUR; hour < day.toMillis(); hour += HOUR) {
      TimeRange whole = new TimeRange(hour, hour + HOUR);
      long from = Math.max(hour, day.fromMillis());
      long to = Math.min(hour + HOUR, day.toMillis());
      Accumulator part = Samples.accumulator();
      part.seed(hourBefore(all, hour));
      Observations block = block(all, whole);
      part.skip(block, 0, index(block, from));
      part.add(block, index(block, from), index(block, to));
      part.rollup().ifPresent(parts::add);
    }
    return Rollup.merge(parts);
  }

  private static Rollup hourBefore(Observations all, long hour) {
    return Samples.rollupOf(block(all, new TimeRange(hour - HOUR, hour)));
  }

  private static Observations block(Observations all, TimeRange range) {
    int from = index(all, range.fromMillis());
    int to = index(all, range.toMillis());
    Samples block = new Samples();
    for (int i = from; i < to; i++) {
      block.line(
          all.times()[i],
          all.series().get(Samples.CURRENT)[i],
          all.series().get(Samples.POWER)[i],
          all.series().get(Samples.SOC)[i],
          all.alarms()[i]);
    }
    return block.observations();
  }

  private static int index(Observations o, long ts) {
    int found = Arrays.binarySearch(o.times(), ts);
    return found < 0 ? -found - 1 : found;
  }

  private static Observations constant(long from, long to) {
    Samples samples = new Samples();
    for (long ts = from; ts < to; ts += 5_000) {
      samples.at(ts, 10 * A, 512 * W);
    }
    return samples.observations();
  }

  private static LocalDays days(String zone) {
    return new LocalDays(List.of(new Stay(Instant.EPOCH, ZoneId.of(zone))));
  }
}
