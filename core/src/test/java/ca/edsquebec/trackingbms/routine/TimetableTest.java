package ca.edsquebec.trackingbms.routine;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.routine.Run.State;
import ca.edsquebec.trackingbms.routine.Timetable.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The story of an hourly routine, due at ten past. */
class TimetableTest {

  private static final Timetable TIMETABLE = new Timetable(ZoneId.of("America/Toronto"));
  private static final Instant SLOT = Instant.parse("2026-05-04T12:10:00Z");

  private static final Routine HOURLY =
      new Routine() {
        @Override
        public String name() {
          return "hourly";
        }

        @Override
        public String purpose() {
          return "Shows when it is due.";
        }

        @Override
        public Cadence cadence() {
          return Cadence.hourly(10);
        }

        @Override
        public Work begin(Workplace place) {
          return new Work() {};
        }
      };

  @Test
  void beginsWhenItNeverRan() {
    assertThat(TIMETABLE.step(HOURLY, Optional.empty(), SLOT)).isEqualTo(Step.BEGIN);
  }

  @Test
  void runsOnceForATime() {
    assertThat(step(State.DONE, 1, SLOT.plusSeconds(1))).isEqualTo(Step.NOTHING);
    assertThat(step(State.DONE, 1, SLOT.plus(Duration.ofMinutes(59)))).isEqualTo(Step.NOTHING);
    assertThat(step(State.DONE, 1, SLOT.plus(Duration.ofHours(1)))).isEqualTo(Step.BEGIN);
  }

  @Test
  void makesUpOnceForAllThatWasMissed() {
    Instant afterTheOutage = SLOT.plus(Duration.ofHours(30)).plusSeconds(1);
    assertThat(step(State.DONE, 1, afterTheOutage)).isEqualTo(Step.BEGIN);
    Instant slot = TIMETABLE.slot(HOURLY, afterTheOutage);
    Run madeUp = run(slot, State.DONE, 1);
    assertThat(TIMETABLE.step(HOURLY, Optional.of(madeUp), afterTheOutage.plusSeconds(300)))
        .isEqualTo(Step.NOTHING);
  }

  @Test
  void goesOnWithWhatADeadProgramLeftUntilANewTimeComes() {
    assertThat(step(State.RUNNING, 1, SLOT.plusSeconds(600))).isEqualTo(Step.RESTART);
    assertThat(step(State.STOPPED, 9, SLOT.plusSeconds(600))).isEqualTo(Step.RESTART);
    assertThat(step(State.RUNNING, 1, SLOT.plus(Duration.ofHours(1)))).isEqualTo(Step.BEGIN);
  }

  @Test
  void triesAFailureAgainAfterAPauseAFewTimes() {
    Routine daily = daily();
    Instant slot = Instant.parse("2026-05-04T06:30:00Z");
    Instant soon = slot.plus(Duration.ofMinutes(59));
    Instant later = slot.plus(Duration.ofMinutes(61));
    assertThat(TIMETABLE.step(daily, Optional.of(run(slot, State.FAILED, 1)), soon))
        .isEqualTo(Step.NOTHING);
    assertThat(TIMETABLE.step(daily, Optional.of(run(slot, State.FAILED, 1)), later))
        .isEqualTo(Step.RESTART);
    assertThat(TIMETABLE.step(daily, Optional.of(run(slot, State.FAILED, 3)), later))
        .isEqualTo(Step.NOTHING);
  }

  @Test
  void survivesAClockThatJumpsAnHour() {
    // Ahead: as after an outage. Back again: at most once more, and then as ever.
    Instant ahead = SLOT.plus(Duration.ofHours(1)).plusSeconds(60);
    assertThat(step(State.DONE, 1, ahead)).isEqualTo(Step.BEGIN);
    Run inTheFuture = run(TIMETABLE.slot(HOURLY, ahead), State.DONE, 1);
    Instant putRight = SLOT.plusSeconds(120);
    assertThat(TIMETABLE.step(HOURLY, Optional.of(inTheFuture), putRight)).isEqualTo(Step.BEGIN);
    assertThat(step(State.DONE, 1, putRight)).isEqualTo(Step.NOTHING);
    // Back before its last run's time.
    assertThat(step(State.DONE, 1, SLOT.minus(Duration.ofHours(1)))).isEqualTo(Step.BEGIN);
  }

  @Test
  void callsLateWhatShouldHaveBegunLongAgo() {
    Optional<Run> done = Optional.of(run(SLOT, State.DONE, 1));
    assertThat(TIMETABLE.isLate(HOURLY, done, SLOT.plus(Duration.ofMinutes(79)))).isFalse();
    assertThat(TIMETABLE.isLate(HOURLY, done, SLOT.plus(Duration.ofMinutes(81)))).isTrue();
    assertThat(TIMETABLE.isLate(HOURLY, Optional.empty(), SLOT)).isTrue();
  }

  private static Routine daily() {
    return new Routine() {
      @Override
      public String name() {
        return "daily";
      }

      @Override
      public String purpose() {
        return "Shows when it is tried again.";
      }

      @Override
      public Cadence cadence() {
        return Cadence.daily(2, 30);
      }

      @Override
      public Work begin(Workplace place) {
        return new Work() {};
      }
    };
  }

  private static Step step(State state, int attempts, Instant now) {
    return TIMETABLE.step(HOURLY, Optional.of(run(SLOT, state, attempts)), now);
  }

  private static Run run(Instant slot, State state, int attempts) {
    return new Run(
        1,
        "hourly",
        slot,
        Run.By.CRON,
        slot,
        state == State.RUNNING ? Optional.empty() : Optional.of(slot),
        state,
        attempts,
        2,
        List.of(),
        Optional.empty());
  }
}
