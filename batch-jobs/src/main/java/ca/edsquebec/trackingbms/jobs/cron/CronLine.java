package ca.edsquebec.trackingbms.jobs.cron;

import ca.edsquebec.trackingbms.routine.Cadence;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

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
   * A line each, no two of which begin in the same minute: the second would find the first at work,
   * end at once, and not come again before its next time. Those that repeat within the hour take
   * four of each five minutes in turn, all others have the fifth.
   *
   * @param cadences in the order of the lines
   * @param zone in which they are meant
   * @param now says how far that zone is from the host's, which cron counts by, today
   */
  static List<String> each(List<Cadence> cadences, int hash, ZoneId zone, ZonedDateTime now) {
    List<String> lines = new ArrayList<>();
    int spread = Math.floorMod(hash, PAUSE);
    int fifth = (spread + PAUSE - 1) % PAUSE;
    Set<Integer> taken = new HashSet<>();
    int often = 0;
    for (Cadence cadence : cadences) {
      if (cadence.unit() == Cadence.Unit.MINUTES) {
        int first = (spread + often++ % (PAUSE - 1)) % PAUSE;
        lines.add("%d-59/%d * * * *".formatted(first % cadence.minute(), cadence.minute()));
      } else {
        LocalDateTime time = free(local(cadence, zone, now), fifth, taken);
        taken.add(time.getMinute());
        lines.add(seldom(cadence, time));
      }
    }
    return lines;
  }

  /** Not before its time, which would be a run for the time before. */
  private static LocalDateTime free(LocalDateTime due, int residue, Set<Integer> taken) {
    return IntStream.range(0, 60)
        .mapToObj(due::plusMinutes)
        .filter(at -> at.getMinute() % PAUSE == residue && !taken.contains(at.getMinute()))
        .findFirst()
        .orElse(due);
  }

  private static String seldom(Cadence cadence, LocalDateTime time) {
    if (cadence.unit() == Cadence.Unit.HOUR) {
      return "%d * * * *".formatted(time.getMinute());
    }
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
