package ca.edsquebec.trackingbms.jobs.simulate.model;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A battery's charge and current by the clock of its place, before anything electrical. */
final class Use {

  private static final int HEAT_STEPS = 6;
  private static final double HEAT_STEP_HOURS = 0.12;

  private final Habit habit;
  private final ZoneId zone;
  private final Noise noise;

  /**
   * One moment of it.
   *
   * @param day days since 1970 at its place
   * @param hour of that day, 0 to 24, by its own habits
   * @param rate C rate, positive when charging
   * @param soc %
   * @param heat mean of the squared C rate of the last 40 min
   */
  record Now(long day, double hour, double rate, double soc, double heat) {}

  Use(Habit habit, ZoneId zone, Noise noise) {
    this.habit = habit;
    this.zone = zone;
    this.noise = noise;
  }

  Now at(Instant instant) {
    // No two batteries begin their day at the same minute.
    long shift = Math.round(900 * noise.at(Noise.Of.SHIFT, 0));
    LocalDateTime local = instant.atZone(zone).toLocalDateTime().minusSeconds(shift);
    long day = local.toLocalDate().toEpochDay();
    double hour = local.toLocalTime().toNanoOfDay() / 3.6e12;
    double work =
        habit.week().get(local.getDayOfWeek().getValue() - 1)
            * (0.87 + 0.13 * noise.at(Noise.Of.DAY, day));
    double mean = work * habit.profile().rate(hour);
    double start = habit.midnightSoc() + 2 * noise.at(Noise.Of.CHARGE, 0);
    return new Now(
        day,
        hour,
        mean * (1 + swing(mean, instant.toEpochMilli() / 1000.0)),
        start + 100 * work * habit.profile().charge(hour),
        heat(work, hour));
  }

  /**
   * Lifting and letting down, starting and braking. It swings around 0 within half a minute and so
   * moves less charge than the wire's last digit shows: it is left out of the state of charge.
   */
  private double swing(double rate, double seconds) {
    double size = rate < 0 ? habit.ripple() : 0.01;
    double phase = Math.PI * noise.at(Noise.Of.PHASE, 0);
    return size
        * (0.6 * Math.sin(seconds / 5.3 + phase)
            + 0.4 * Math.sin(seconds / 1.9 - phase)
            + 0.2 * noise.at(Noise.Of.PHASE, (long) seconds));
  }

  private double heat(double work, double hour) {
    double sum = 0;
    for (int i = 0; i < HEAT_STEPS; i++) {
      double rate = work * habit.profile().rate(Math.max(0, hour - i * HEAT_STEP_HOURS));
      sum += rate * rate;
    }
    return sum / HEAT_STEPS;
  }
}
