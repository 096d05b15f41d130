package ca.edsquebec.trackingbms.jobs.simulate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BatteryModelTest {

  private static final ZoneId ZONE = ZoneId.of("America/Toronto");
  private static final long MONDAY = local("2026-03-02T00:00");
  private static final long MINUTE = 60_000;
  private static final long WEEK = 7 * 24 * 60 * MINUTE;

  private static long local(String time) {
    return LocalDateTime.parse(time).atZone(ZONE).toInstant().toEpochMilli();
  }

  private static BatteryModel battery(Kind kind, Fault... faults) {
    return battery("LAV-01", kind, faults);
  }

  private static BatteryModel battery(String code, Kind kind, Fault... faults) {
    return new BatteryModel(code, kind, kind.cells(), kind.capacityAh(), ZONE, List.of(faults));
  }

  @ParameterizedTest
  @EnumSource
  void chargeStaysBetween20And98PercentAndUsesMuchOfIt(Kind kind) {
    for (String code : List.of("LAV-01", "LAV-02", "NRD-09")) {
      BatteryModel battery = battery(code, kind);
      double least = 100;
      double most = 0;
      // Over the night in which the clock is set forward, too.
      for (long t = MONDAY; t < MONDAY + 2 * WEEK; t += 7 * MINUTE) {
        least = Math.min(least, battery.at(t).soc());
        most = Math.max(most, battery.at(t).soc());
      }
      assertThat(least).isBetween(20.0, 60.0);
      assertThat(most).isBetween(70.0, 98.0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void currentIsWhatMovesTheCharge(Kind kind) {
    BatteryModel battery = battery(kind);
    double ampereHours = 0;
    long step = 500;
    long from = local("2026-03-02T07:30");
    for (long t = from; t < from + 120 * MINUTE; t += step) {
      ampereHours += battery.at(t).current() * step / 3_600_000.0;
    }
    double percent = ampereHours / kind.capacityAh() * 100;
    double moved = battery.at(from + 120 * MINUTE).soc() - battery.at(from).soc();
    assertThat(moved).isNegative();
    assertThat(percent).isCloseTo(moved, within(0.25));
  }

  @ParameterizedTest
  @EnumSource
  void nothingJumpsFromOneSecondToTheNextWhateverTheClockDoes(Kind kind) {
    BatteryModel battery = battery(kind);
    for (String night : List.of("2026-03-08T00:00", "2026-11-01T00:00", "2026-03-03T00:00")) {
      Measurement before = battery.at(local(night) - 60 * MINUTE);
      for (long t = local(night) - 60 * MINUTE; t < local(night) + 240 * MINUTE; t += 10_000) {
        Measurement now = battery.at(t);
        assertThat(now.soc()).isCloseTo(before.soc(), within(0.1));
        assertThat(now.temperatures()[0]).isCloseTo(before.temperatures()[0], within(0.6));
        before = now;
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void loadPullsTheVoltageDownAndChargingPushesItUp(Kind kind) {
    BatteryModel battery = battery(kind);
    CellType cell = Habit.of(kind).cell();
    for (long t = MONDAY; t < MONDAY + WEEK; t += 13 * MINUTE) {
      Measurement m = battery.at(t);
      double rest = cell.volts(m.soc()) * kind.cells();
      if (Math.abs(m.current()) > 0.05 * kind.capacityAh()) {
        assertThat(Math.signum(m.packVoltage() - rest)).isEqualTo(Math.signum(m.current()));
      }
      assertThat(m.power()).isEqualTo(m.packVoltage() * m.current());
      assertThat(m.packVoltage()).isCloseTo(Arrays.stream(m.cells()).sum(), within(1e-9));
    }
  }

  @ParameterizedTest
  @EnumSource
  void healthyBatteryWarnsOfNothing(Kind kind) {
    for (String code : List.of("LAV-01", "LAV-02", "LAV-03", "NRD-01")) {
      BatteryModel battery = battery(code, kind);
      for (long t = MONDAY; t < MONDAY + WEEK; t += 3 * MINUTE) {
        assertThat(battery.at(t).warns()).isFalse();
        assertThat(spread(battery.at(t))).isBetween(0.002, 0.06);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void weakCellIsFarBelowTheOthersAtAnyTime(Kind kind) {
    BatteryModel battery = battery(kind, Fault.always(Fault.What.WEAK_CELL));
    for (long t = MONDAY; t < MONDAY + WEEK; t += 3 * MINUTE) {
      assertThat(battery.at(t).undervoltage()).isTrue();
      assertThat(spread(battery.at(t))).isGreaterThan(0.25);
    }
  }

  @Test
  void coolingThatFailsIsWarnedOfWithin20Minutes() {
    long noon = local("2026-03-02T12:00");
    Fault fault =
        new Fault(
            Fault.What.OVERHEAT,
            Optional.of(Instant.ofEpochMilli(noon)),
            Optional.of(Duration.ofHours(2)),
            Optional.empty());
    BatteryModel battery = battery(Kind.FORKLIFT, fault);
    assertThat(battery.at(noon - 1).overtemperature()).isFalse();
    assertThat(battery.at(noon + 20 * MINUTE).overtemperature()).isTrue();
    assertThat(battery.at(noon + 119 * MINUTE).overtemperature()).isTrue();
    assertThat(battery.at(noon + 120 * MINUTE).overtemperature()).isFalse();
  }

  @Test
  void silenceThatRepeatsComesAndGoes() {
    Fault fault =
        new Fault(
            Fault.What.SILENT,
            Optional.of(Instant.ofEpochMilli(MONDAY)),
            Optional.of(Duration.ofMinutes(5)),
            Optional.of(Duration.ofHours(1)));
    BatteryModel battery = battery(Kind.MOBILE, fault);
    assertThat(battery.isSilentAt(MONDAY - 1)).isFalse();
    assertThat(battery.isSilentAt(MONDAY + 4 * MINUTE)).isTrue();
    assertThat(battery.isSilentAt(MONDAY + 5 * MINUTE)).isFalse();
    assertThat(battery.isSilentAt(MONDAY + 61 * MINUTE)).isTrue();
  }

  @Test
  void faultThatOutlastsItsPeriodIsRefused() {
    assertThatThrownBy(
            () ->
                new Fault(
                    Fault.What.SILENT,
                    Optional.of(Instant.EPOCH),
                    Optional.of(Duration.ofHours(2)),
                    Optional.of(Duration.ofHours(1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void twoRunsGiveTheSameBatteryAndTwoCodesDoNot() {
    Measurement one = battery("LAV-01", Kind.MOBILE).at(MONDAY + 600 * MINUTE);
    Measurement again = battery("LAV-01", Kind.MOBILE).at(MONDAY + 600 * MINUTE);
    Measurement other = battery("LAV-02", Kind.MOBILE).at(MONDAY + 600 * MINUTE);
    assertThat(again).usingRecursiveComparison().isEqualTo(one);
    assertThat(other.cells()).isNotEqualTo(one.cells());
    assertThat(other.soc()).isNotEqualTo(one.soc());
  }

  @Test
  void worksByDayOfItsPlace() {
    BatteryModel battery = battery(Kind.FORKLIFT);
    assertThat(battery.at(local("2026-03-03T02:00")).current()).isBetween(-0.06, 0.06);
    assertThat(battery.at(local("2026-03-03T09:00")).current()).isLessThan(-5);
    assertThat(battery.at(local("2026-03-03T19:00")).current()).isGreaterThan(20);
  }

  private static double spread(Measurement m) {
    return Arrays.stream(m.cells()).max().orElseThrow()
        - Arrays.stream(m.cells()).min().orElseThrow();
  }
}
