package ca.edsquebec.trackingbms.jobs.cron;

import ca.edsquebec.trackingbms.routine.Cadence;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When cron starts something, in its own words. */
final class CronLine {

  private static final int PAUSE = 5;

  private CronLine() {}

  /**
   * Each five minutes.
   *
   * @param hash by which installations of one host do not all start in the same minute
   */
  static String tick(int hash) {
    return "%d-59/%d * * * *".formatted(Math.floorMod(hash, PAUSE), PAUSE);
  }

  /**
   * @param zone in which the cadence is meant
   * @param now says how far that zone is from the host's, which cron counts by, today
   */
  static String of(Cadence cadence, int hash, ZoneId zone, ZonedDateTime now) {
    int spread = Math.floorMod(hash, PAUSE);
    if (cadence.unit() == Cadence.Unit.MINUTES) {
      return "%d-59/%d * * * *".formatted(spread % cadence.minute(), cadence.minute());
    }
    if (cadence.unit() == Cadence.Unit.HOUR) {
      return "%d * * * *".formatted((cadence.minute() + spread) % 60);
    }
    LocalDateTime time = local(cadence, zone, now).plusMinutes(spread);
    return "%d %d %s * %s"
        .formatted(
            time.getMinute(),
            time.getHour(),
            cadence.unit() == Cadence.Unit.MONTH ? time.getDayOfMonth() : "*",
            cadence.unit() == Cadence.Unit.WEEK ? time.getDayOfWeek().getValue() % 7 : "*");
  }

  /** Its next time by the host's clock. */
  private static LocalDateTime local(Cadence cadence, ZoneId zone, ZonedDateTime now) {
    return cadence.dueAfter(now.toInstant(), zone).atZone(now.getZone()).toLocalDateTime();
  }
}
