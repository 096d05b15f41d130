package ca.edsquebec.trackingbms.jobs.simulate.feed;

import ca.edsquebec.trackingbms.jobs.simulate.foxbms.FoxBms;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Some minutes of one battery, at most an hour, to be sent in one request.
 *
 * @param minutes epoch milliseconds, growing
 */
record HistoryPlan(SimulatedBattery battery, List<Long> minutes) {

  static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;

  HistoryPlan {
    minutes = List.copyOf(minutes);
  }

  /**
   * The minutes within the range that a battery spoke and that lack a sample, newest hour first.
   *
   * @param from epoch milliseconds
   * @param until exclusive
   * @param stored the minutes that have one, epoch milliseconds
   */
  static List<HistoryPlan> missing(
      SimulatedBattery battery, long from, long until, Set<Long> stored) {
    List<HistoryPlan> hours = new ArrayList<>();
    List<Long> minutes = new ArrayList<>();
    for (long minute = next(until) - MINUTE; minute >= from; minute -= MINUTE) {
      if (!stored.contains(minute) && !battery.model().isSilentAt(minute)) {
        minutes.add(0, minute);
      }
      boolean hourEnds = Math.floorMod(minute, HOUR) == 0 || minute - MINUTE < from;
      if (hourEnds && !minutes.isEmpty()) {
        hours.add(new HistoryPlan(battery, minutes));
        minutes.clear();
      }
    }
    return hours;
  }

  private static long next(long millis) {
    return -Math.floorDiv(-millis, MINUTE) * MINUTE;
  }

  long newest() {
    return minutes.get(minutes.size() - 1);
  }

  /** Thinned frames, and a set more after the last one: only a later frame cuts a snapshot. */
  String frames(long until) {
    StringBuilder frames = new StringBuilder();
    for (long minute : minutes) {
      frames.append(FoxBms.thinned(battery.model().at(minute)));
    }
    long next = newest() + MINUTE;
    boolean spoke = next < until && !battery.model().isSilentAt(next);
    frames.append(FoxBms.thinned(battery.model().at(spoke ? next : newest() + 1000)));
    return frames.toString();
  }
}
