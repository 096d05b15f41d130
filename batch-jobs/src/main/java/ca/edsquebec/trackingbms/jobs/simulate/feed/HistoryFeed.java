package ca.edsquebec.trackingbms.jobs.simulate.feed;

import ca.edsquebec.trackingbms.jobs.portal.AwayException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Fills in what the portal lacks of the last days, newest hour of all batteries first. It asks
 * beforehand, so that a second start sends the hole between the two and nothing else; a key that
 * may not read sends all of it, and the portal drops what it has. For one thread.
 */
final class HistoryFeed {

  /** One question's range; the portal gives no more than that. */
  private static final long DAY = Duration.ofDays(1).toMillis();

  /** A sample stands for a minute's end from this near, whatever the grid it was cut on. */
  private static final long NEAR = 5000;

  private final List<SimulatedBattery> batteries;
  private final Duration length;
  private final Portal portal;
  private final Progress progress;
  private final Retry retry;

  HistoryFeed(
      List<SimulatedBattery> batteries,
      Duration length,
      Portal portal,
      Progress progress,
      Retry retry) {
    this.batteries = batteries;
    this.length = length;
    this.portal = portal;
    this.progress = progress;
    this.retry = retry;
  }

  /**
   * Returns when all of it is stored.
   *
   * @param until from then on the live feed has sent everything; epoch milliseconds
   */
  void fill(long until) throws IOException, InterruptedException {
    long from = until - length.toMillis();
    List<HistoryPlan> plans = new ArrayList<>();
    for (SimulatedBattery battery : batteries) {
      plans.addAll(
          HistoryPlan.missing(
              battery, from, until, patiently(() -> minutes(battery, from, until))));
    }
    plans.sort(Comparator.comparingLong(HistoryPlan::newest).reversed());
    long total = plans.stream().mapToLong(plan -> plan.minutes().size()).sum();
    long done = 0;
    progress.history(done, total);
    for (HistoryPlan plan : plans) {
      String frames = plan.frames(until);
      patiently(() -> portal.frames(plan.battery().code(), frames));
      done += plan.minutes().size();
      progress.history(done, total);
    }
  }

  /** The minutes at whose end there is a sample. */
  private Set<Long> minutes(SimulatedBattery battery, long from, long until)
      throws IOException, InterruptedException {
    Set<Long> minutes = new HashSet<>();
    for (long start = from; start < until; start += DAY) {
      Optional<long[]> stored = portal.stored(battery.code(), start, Math.min(until, start + DAY));
      for (long time : stored.orElse(new long[0])) {
        long minute = Math.floorDiv(time + NEAR, HistoryPlan.MINUTE) * HistoryPlan.MINUTE;
        if (time - minute <= NEAR) {
          minutes.add(minute);
        }
      }
    }
    return minutes;
  }

  private <T> T patiently(Request<T> request) throws IOException, InterruptedException {
    while (true) {
      try {
        T answer = request.send();
        retry.succeeded();
        return answer;
      } catch (AwayException away) {
        retry.failed(away);
      }
    }
  }

  private interface Request<T> {
    T send() throws IOException, InterruptedException;
  }
}
