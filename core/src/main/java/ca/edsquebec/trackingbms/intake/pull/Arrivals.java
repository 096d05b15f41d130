package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.intake.FrameIntake;
import ca.edsquebec.trackingbms.intake.InstalledConnectors;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Devices that connect by themselves, and are then talked to like those that {@link Pull} connects
 * to: the same dialogues, patience and way of storing. Who may connect, and how bytes travel, is
 * the matter of whoever has this. One thread keeps the time, a few store. Safe for any number of
 * threads; closing it ends all conversations and stores what was said.
 */
public final class Arrivals implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
  private static final int THREADS = 2;

  private final Storing storing;
  private final PullTimes times;
  private final Clock clock;
  private final ScheduledExecutorService timer = Storing.workers(1, "arrival-timer-");
  private final Set<Arrival> open = ConcurrentHashMap.newKeySet();

  /** Starts a few threads. */
  public Arrivals(FrameIntake intake, Clock clock) {
    this(intake, PullTimes.USUAL, clock);
  }

  Arrivals(FrameIntake intake, PullTimes times, Clock clock) {
    this.times = times;
    this.clock = clock;
    this.storing =
        new Storing(
            intake, Storing.workers(THREADS, "arrival-worker-"), new AtomicLong(), times.gather());
  }

  /**
   * A conversation with the device of that battery, which has not begun.
   *
   * @throws InvalidException when its connector can't ask, or has other settings now
   */
  public Arrival open(TenantId tenant, Battery battery, Peer peer) {
    Connector connector = InstalledConnectors.named(battery.connectorId());
    Dialogue dialogue =
        connector
            .newDialogue(InstalledConnectors.settings(connector, battery.connectorSettings()))
            .orElseThrow(
                () ->
                    new InvalidException(
                        "connector", "%s asks nothing".formatted(connector.displayName())));
    Arrival arrival = new Arrival(tenant, battery, dialogue, peer, storing, times, timer, clock);
    open.add(arrival);
    arrival.whenEnded().thenRun(() -> open.remove(arrival));
    return arrival;
  }

  @Override
  public void close() {
    open.forEach(Arrival::close);
    CompletableFuture<Void> ended =
        CompletableFuture.allOf(
            open.stream().map(Arrival::whenEnded).toArray(CompletableFuture[]::new));
    if (!Uninterrupted.await(ended, TimeUnit.SECONDS.toNanos(20))) {
      LOG.warn("not all that nodes said last is stored");
    }
    timer.shutdownNow();
    storing.workers().shutdown();
    // What is being stored has thirty seconds; it must not find its pool closed.
    if (!Uninterrupted.awaitEnd(storing.workers(), TimeUnit.SECONDS.toNanos(35))) {
      LOG.warn("what nodes said last is still being stored");
    }
  }
}
