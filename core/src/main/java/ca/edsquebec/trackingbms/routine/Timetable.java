package ca.edsquebec.trackingbms.routine;

import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.platform.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What is due, as a function of the last run and the time. A time that was missed is made up for
 * once, however many there were. A run that its program's death or somebody's wish ended goes on as
 * long as no newer time has come; one that failed is tried again after a pause, a few times.
 *
 * @param zone of all routines of the installation
 */
public record Timetable(ZoneId zone) {

  /** After a failure, before the next attempt. */
  static final Duration PAUSE = Duration.ofHours(1);

  /** So often a run is tried before it is left to the next time that is due. */
  public static final int ATTEMPTS = 3;

  /** So long after its time a routine may not have begun, before anybody calls it late. */
  public static final Duration PATIENCE = Duration.ofMinutes(20);

  public static Timetable of(Settings settings) {
    return new Timetable(ZoneId.of(settings.required(Setting.TBMS_TIME_ZONE)));
  }

  /** What to do about a routine. */
  public enum Step {
    NOTHING,
    /** A new run. */
    BEGIN,
    /** The last run once more. */
    RESTART
  }

  /**
   * @param last the routine's last run; its program is known to be dead when it is still running
   */
  public Step step(Routine routine, Optional<Run> last, Instant now) {
    Instant due = routine.cadence().dueBy(now, zone);
    if (last.isEmpty() || last.get().slot().isBefore(due)) {
      return Step.BEGIN;
    }
    // A clock that was ahead and was put right must not hold everything up until it is there again.
    if (last.get().slot().isAfter(now)) {
      return Step.BEGIN;
    }
    return restarts(last.get(), now) ? Step.RESTART : Step.NOTHING;
  }

  private static boolean restarts(Run last, Instant now) {
    return switch (last.state()) {
      case RUNNING, STOPPED -> true;
      case FAILED ->
          last.attempts() < ATTEMPTS
              && !last.ended().orElse(last.startedAt()).plus(PAUSE).isAfter(now);
      case DONE -> false;
    };
  }

  /** The time that a run that begins now is for. */
  public Instant slot(Routine routine, Instant now) {
    return routine.cadence().dueBy(now, zone);
  }

  /** Whether a routine should have begun long ago and has not. */
  public boolean isLate(Routine routine, Optional<Run> last, Instant now) {
    Instant due = routine.cadence().dueBy(now.minus(PATIENCE), zone);
    return last.isEmpty() || last.get().slot().isBefore(due);
  }
}
