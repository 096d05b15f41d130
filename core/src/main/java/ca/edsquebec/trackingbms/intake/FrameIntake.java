package ca.edsquebec.trackingbms.intake;

import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.Snapshots;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.telemetry.Ingest;
import ca.edsquebec.trackingbms.telemetry.Latest;
import ca.edsquebec.trackingbms.telemetry.LatestState;
import ca.edsquebec.trackingbms.telemetry.Measured;
import ca.edsquebec.trackingbms.telemetry.Quarantine;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns frames into stored samples. Safe for any number of threads; requests of one battery wait
 * for each other.
 *
 * <p>Nothing is remembered of frames that could not be stored: the same request again gives the
 * same samples. Frames up to the battery's high-water mark are backlog: decoded with fresh state,
 * stored, and neither latest nor live. So are frames that a fast clock dates ahead, which would
 * otherwise make all that follows look old. Where our own clock was set back, the mark is ahead of
 * it and counts no more: decoding begins afresh.
 */
public final class FrameIntake {

  private static final Logger LOG = LoggerFactory.getLogger(FrameIntake.class);
  private static final Duration AHEAD = Duration.ofMinutes(2);

  private final Ingest ingest;
  private final LatestState latest;
  private final Quarantine quarantine;
  private final Clock clock;
  private final Map<TenantId, Map<Long, Channel>> channels = new ConcurrentHashMap<>();
  private final LastFrames lastFrames = new LastFrames();

  public FrameIntake(Ingest ingest, LatestState latest, Quarantine quarantine, Clock clock) {
    this.ingest = ingest;
    this.latest = latest;
    this.quarantine = quarantine;
    this.clock = clock;
  }

  /**
   * Decodes the frames and stores the samples they complete; returns after the commit.
   *
   * @throws ca.edsquebec.trackingbms.platform.UnavailableException when they can't be stored now:
   *     send the same again
   */
  public FrameReceipt accept(TenantId tenant, Battery battery, FrameBatch batch) {
    List<FrameBatch.Offered> frames = new ArrayList<>(batch.frames());
    // Stable, so that frames of one instant keep the order they were received in.
    frames.sort(Comparator.comparingLong(offered -> offered.frame().timeMicros()));
    lastFrames.take(tenant, battery, frames);
    Passage passage = new Passage(battery);
    batch.faults().forEach(passage::count);
    Channel channel = channel(tenant, battery);
    OptionalLong durable;
    OptionalLong since = OptionalLong.empty();
    synchronized (channel) {
      long past = channel.highWaterMicros();
      long future = (clock.millis() + AHEAD.toMillis()) * 1000;
      // A frame of the very same instant may be new: clocks of gateways tick in milliseconds.
      int firstLive = firstFrom(frames, past);
      int firstAhead = Math.max(firstLive, firstFrom(frames, future));
      boolean goesOn = channel.sinceMicros().isEmpty() && firstLive < firstAhead;
      OptionalLong backlog =
          goesOn
              ? remembered(tenant, channel, passage, frames.subList(0, firstLive))
              : past(tenant, channel, passage, frames.subList(0, firstLive));
      live(tenant, channel, passage, frames.subList(firstLive, firstAhead));
      OptionalLong ahead =
          past(tenant, channel, passage, frames.subList(firstAhead, frames.size()));
      if (!frames.isEmpty() && firstLive == frames.size()) {
        durable = backlog;
      } else if (!frames.isEmpty() && firstAhead == 0) {
        durable = ahead;
      } else {
        durable = channel.snapshots().durableUntil();
        since = millis(channel.sinceMicros());
      }
    }
    passage.failure().ifPresent(why -> logFailure(tenant, battery, why));
    keepRefused(tenant, battery, passage.refused(frames));
    FrameReceipt receipt = passage.receipt(durable, since);
    channel.heard(
        new FrameHeard(
            clock.instant(), receipt.decoded(), receipt.ignored(), receipt.invalidCount()));
    return receipt;
  }

  /** The last request of that battery since this program runs; empty out of the viewer's scope. */
  public Optional<FrameHeard> heard(Viewer viewer, long batteryId) {
    return viewer.scope().includes(batteryId)
        ? Optional.ofNullable(channels.getOrDefault(viewer.tenant(), Map.of()).get(batteryId))
            .flatMap(Channel::heard)
        : Optional.empty();
  }

  /**
   * The last frames of each identifier that came from this battery since this program runs, in the
   * order of their times, stored or not; none of a connector that does not keep them, or out of the
   * viewer's scope.
   */
  public List<Frame> lastFrames(Viewer viewer, long batteryId) {
    return viewer.scope().includes(batteryId)
        ? lastFrames.of(viewer.tenant(), batteryId)
        : List.of();
  }

  private static OptionalLong millis(OptionalLong micros) {
    return micros.isPresent()
        ? OptionalLong.of(Math.floorDiv(micros.getAsLong(), 1000L))
        : OptionalLong.empty();
  }

  // Without its message, which may quote the frame, and a frame may hold a password.
  private static void logFailure(TenantId tenant, Battery battery, Throwable why) {
    StackTraceElement[] trace = why.getStackTrace();
    LOG.error(
        "connector {} fails at frames of battery {} of client {}, which are refused: {} at {}",
        battery.connectorId(),
        battery.code(),
        tenant,
        why.getClass().getName(),
        trace.length == 0 ? "an unknown place" : trace[0]);
  }

  /** The samples are committed: what goes wrong here must not look as if they were not. */
  private void keepRefused(TenantId tenant, Battery battery, List<Quarantine.Refused> refused) {
    try {
      quarantine.record(tenant, OptionalLong.of(battery.id()), battery.connectorId(), refused);
    } catch (RuntimeException e) {
      LOG.warn(
          "{} refused frames of battery {} of client {} could not be kept: {}",
          refused.size(),
          battery.code(),
          tenant,
          e.getMessage());
    }
  }

  private void live(
      TenantId tenant, Channel channel, Passage passage, List<FrameBatch.Offered> frames) {
    if (frames.isEmpty()) {
      return;
    }
    Snapshots branch = channel.branch();
    passage.decode(branch, frames);
    List<Measured> samples = passage.takeSamples();
    passage.add(samples, ingest.store(tenant, samples));
    channel.advance(
        branch,
        frames.get(0).frame().timeMicros(),
        frames.get(frames.size() - 1).frame().timeMicros());
    branch
        .newestMicros()
        .ifPresent(
            micros -> {
              // What is known now, ahead of the next snapshot: a screen need not wait for the grid.
              long millis = Math.floorDiv(micros, 1000L);
              ingest.show(tenant, Belonging.of(passage.battery(), branch.current(millis)));
            });
  }

  /**
   * Backlog that new frames follow, after a start: the state goes on from its end, as if it had not
   * been forgotten. So values that are said seldom and changes of alarms are not lost either.
   */
  private OptionalLong remembered(
      TenantId tenant, Channel channel, Passage passage, List<FrameBatch.Offered> frames) {
    if (frames.isEmpty()) {
      return OptionalLong.empty();
    }
    Snapshots fresh = channel.branch();
    passage.decode(fresh, frames);
    List<Measured> samples = passage.takeSamples();
    passage.add(samples, ingest.backfill(tenant, samples));
    channel.advance(
        fresh,
        frames.get(0).frame().timeMicros(),
        frames.get(frames.size() - 1).frame().timeMicros());
    return fresh.durableUntil();
  }

  private OptionalLong past(
      TenantId tenant, Channel channel, Passage passage, List<FrameBatch.Offered> frames) {
    if (frames.isEmpty()) {
      return OptionalLong.empty();
    }
    Snapshots fresh = Channel.fresh(passage.battery());
    passage.decode(fresh, frames);
    // Where the live frames have cut already, nothing will cut the end of this backlog any more.
    channel
        .snapshots()
        .durableUntil()
        .ifPresent(until -> fresh.finish(until, passage.samples()::add));
    List<Measured> samples = passage.takeSamples();
    passage.add(samples, ingest.backfill(tenant, samples));
    return fresh.durableUntil();
  }

  private Channel channel(TenantId tenant, Battery battery) {
    Map<Long, Channel> ofTenant = channels.computeIfAbsent(tenant, t -> new ConcurrentHashMap<>());
    Channel known = ofTenant.get(battery.id());
    if (known != null && goesOn(known, battery)) {
      return known;
    }
    // Read outside compute(): it may open the tenant's database.
    long stored = storedUntilMicros(tenant, battery);
    return ofTenant.compute(
        battery.id(),
        (id, present) ->
            present != null && goesOn(present, battery) ? present : new Channel(battery, stored));
  }

  private boolean goesOn(Channel channel, Battery battery) {
    return channel.fits(battery)
        && channel.highWaterMicros() <= Latest.newestPossible(clock) * 1000;
  }

  // After a restart the sender starts again from its durable instant: the grid at or before the
  // latest.
  private long storedUntilMicros(TenantId tenant, Battery battery) {
    long period = battery.storagePeriod().toMillis();
    return latest
        .latest(Viewer.system(tenant), battery.id())
        .map(Latest::sample)
        .filter(sample -> sample.ts() <= Latest.newestPossible(clock))
        .map(sample -> Math.floorDiv(sample.ts(), period) * period * 1000)
        .orElse(Long.MIN_VALUE);
  }

  private static int firstFrom(List<FrameBatch.Offered> sorted, long micros) {
    int index = 0;
    while (index < sorted.size() && sorted.get(index).frame().timeMicros() < micros) {
      index++;
    }
    return index;
  }
}
