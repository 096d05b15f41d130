package ca.edsquebec.trackingbms.intake;

import ca.edsquebec.trackingbms.connector.Snapshots;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.telemetry.History;
import ca.edsquebec.trackingbms.telemetry.Ingest;
import ca.edsquebec.trackingbms.telemetry.Latest;
import ca.edsquebec.trackingbms.telemetry.LatestState;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns what others tell of batteries, a few values at a time, into stored samples. Safe for any
 * number of threads; requests of one battery wait for each other.
 *
 * <p>Who sends so forgets a value once we answer. So each request ends with a sample of all that it
 * said, filled up with what is still believed of earlier requests; within a request samples are cut
 * on the battery's grid. Nothing is remembered of points that could not be stored: the same request
 * again gives the same samples, and what only repeats the last one gives none.
 *
 * <p>What is up to a minute older than the newest is merged into what is known, where the newer
 * value of each name stands. What is older than that is stored as it came, by itself, and becomes
 * neither latest nor live; so is what a fast clock dates ahead.
 */
public final class PushIntake {

  private static final Duration AHEAD = Duration.ofMinutes(2);

  private final Ingest ingest;
  private final LatestState latest;
  private final Hidden hidden;
  private final Clock clock;
  private final Map<TenantId, Map<Long, PushChannel>> channels = new ConcurrentHashMap<>();

  /**
   * @param history shows which instants of the past have a sample already
   */
  public PushIntake(Ingest ingest, LatestState latest, History history, Clock clock) {
    this.ingest = ingest;
    this.latest = latest;
    this.hidden = new Hidden(history);
    this.clock = clock;
  }

  /**
   * Stores what the points say; returns after the commit.
   *
   * @param points of any batteries of that client, in any order
   * @throws ca.edsquebec.trackingbms.platform.UnavailableException when they can't be stored now:
   *     send the same again
   */
  public PushReceipt accept(TenantId tenant, List<PushPoint> points) {
    Map<Long, List<PushPoint>> byBattery = new TreeMap<>();
    for (PushPoint point : points) {
      byBattery.computeIfAbsent(point.battery().id(), id -> new ArrayList<>()).add(point);
    }
    List<PushChannel> held = new ArrayList<>(byBattery.size());
    try {
      PushPassage passage = new PushPassage();
      Map<PushChannel, Snapshots> branches = new LinkedHashMap<>();
      // In the order of their ids, so that two requests never wait for each other.
      for (List<PushPoint> ofOne : byBattery.values()) {
        PushChannel channel = locked(tenant, ofOne.get(0).battery());
        held.add(channel);
        branches.put(channel, merge(channel, ofOne, passage));
      }
      PushReceipt receipt = passage.store(tenant, ingest, hidden);
      branches.forEach(PushChannel::advance);
      return receipt;
    } finally {
      held.forEach(channel -> channel.lock().unlock());
    }
  }

  private Snapshots merge(PushChannel channel, List<PushPoint> points, PushPassage passage) {
    // Stable: what is said twice of one instant was said last by the later line.
    points.sort(Comparator.comparingLong(PushPoint::timeMicros));
    int firstLive = firstFrom(points, channel.pastMicros());
    long future = (clock.millis() + AHEAD.toMillis()) * 1000;
    int firstAhead = Math.max(firstLive, firstFrom(points, future));
    Battery battery = points.get(0).battery();
    passage.backfill(PushChannel.fresh(battery), points.subList(0, firstLive));
    passage.backfill(PushChannel.fresh(battery), points.subList(firstAhead, points.size()));
    Snapshots branch = channel.branch();
    passage.live(branch, points.subList(firstLive, firstAhead));
    return branch;
  }

  private static int firstFrom(List<PushPoint> sorted, long micros) {
    int index = 0;
    while (index < sorted.size() && sorted.get(index).timeMicros() < micros) {
      index++;
    }
    return index;
  }

  /** The battery's channel, of which this thread has the lock: the caller lets go of it. */
  @SuppressWarnings("LockNotBeforeTry")
  private PushChannel locked(TenantId tenant, Battery battery) {
    Map<Long, PushChannel> ofTenant =
        channels.computeIfAbsent(tenant, t -> new ConcurrentHashMap<>());
    while (true) {
      PushChannel known = ofTenant.get(battery.id());
      if (known == null || !known.fits(battery)) {
        // Read outside compute(): it may open the tenant's database.
        PushChannel made = new PushChannel(battery, stored(tenant, battery), known != null);
        known =
            ofTenant.compute(
                battery.id(),
                (id, present) -> present != null && present.fits(battery) ? present : made);
      }
      known.lock().lock();
      if (ofTenant.get(battery.id()) == known) {
        return known;
      }
      known.lock().unlock();
    }
  }

  private Optional<Sample> stored(TenantId tenant, Battery battery) {
    return latest.latest(Viewer.system(tenant), battery.id()).map(Latest::sample);
  }
}
