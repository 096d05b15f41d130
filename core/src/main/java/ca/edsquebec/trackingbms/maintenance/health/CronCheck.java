package ca.edsquebec.trackingbms.maintenance.health;

import ca.edsquebec.trackingbms.routine.Run;
import ca.edsquebec.trackingbms.routine.Runs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When jobs last ran by themselves: cron or the portal's Quartz are to start some each 5 min. */
final class CronCheck implements Check {

  private static final Duration LATE = Duration.ofMinutes(15);
  private static final Duration DEAD = Duration.ofHours(1);

  /** Among so many there is one that nobody started by hand. */
  private static final int LOOKED_AT = 50;

  private final Runs runs;
  private final Clock clock;

  CronCheck(Surroundings around) {
    this.runs = new Runs(around.databases().registry(), around.clock());
    this.clock = around.clock();
  }

  @Override
  public String name() {
    return "cron";
  }

  @Override
  public List<Finding> look() {
    Optional<Instant> beat =
        runs.newest(Optional.empty(), LOOKED_AT).stream()
            .filter(run -> run.by() != Run.By.HAND)
            .map(Run::startedAt)
            .findFirst();
    return List.of(
        beat.map(at -> judge(Duration.between(at, clock.instant())))
            .orElse(Finding.of(name(), Status.WARN, "never", Measure.NONE)));
  }

  private Finding judge(Duration age) {
    Measure measure = Measure.seconds(age, LATE);
    if (age.compareTo(LATE) <= 0) {
      return Finding.of(name(), Status.OK, "ok", measure);
    }
    return Finding.of(name(), age.compareTo(DEAD) > 0 ? Status.FAIL : Status.WARN, "late", measure);
  }
}
