package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One device that has connected by itself, and the conversation with it. Bytes in never wait: what
 * they say is stored by workers. Safe for any number of threads.
 */
public final class Arrival implements Delivery.Listener {

  private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);
  private static final byte[] NONE = {};

  /** A clock in milliseconds may be late by one. */
  private static final long SHORTEST_MICROS = 2_000;

  private final TenantId tenant;
  private final Battery battery;
  private final Dialogue dialogue;
  private final Peer peer;
  private final Storing storing;
  private final PullTimes times;
  private final ScheduledExecutorService timer;
  private final Clock clock;
  private final Delivery delivery;
  private final Patience patience = new Patience();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  private Future<?> wakes = CompletableFuture.completedFuture(null);
  private Future<?> looks = CompletableFuture.completedFuture(null);
  private boolean over;

  Arrival(
      TenantId tenant,
      Battery battery,
      Dialogue dialogue,
      Peer peer,
      Storing storing,
      PullTimes times,
      ScheduledExecutorService timer,
      Clock clock) {
    this.tenant = tenant;
    this.battery = battery;
    this.dialogue = dialogue;
    this.peer = peer;
    this.storing = storing;
    this.times = times;
    this.timer = timer;
    this.clock = clock;
    this.delivery = new Delivery(storing, tenant, battery, peer::mayStore, this);
  }

  /** Whose it is. */
  public TenantId tenant() {
    return tenant;
  }

  /** As it was when the device connected. */
  public Battery battery() {
    return battery;
  }

  /** Whether the conversation may go on with the battery as it is now. */
  public boolean suits(Battery now) {
    return ClientCalls.isReadAlike(battery, now);
  }

  /** Begins to talk; to be called once, when the peer can be reached. */
  public synchronized void begin() {
    step(NONE);
    if (!over) {
      long silence = times.silence().toMillis();
      looks = timer.scheduleWithFixedDelay(this::look, silence, silence, TimeUnit.MILLISECONDS);
    }
  }

  /** What the device has sent; chunked anyhow. */
  public void received(byte[] bytes) {
    step(bytes);
  }

  private synchronized void step(byte[] received) {
    if (over) {
      return;
    }
    try {
      long now = micros();
      Dialogue.Step step = dialogue.step(now, received);
      delivery.add(received.length, step.frames());
      for (byte[] request : step.send()) {
        if (!peer.send(request)) {
          end(Peer.End.FAULT, "it takes no more requests");
          return;
        }
      }
      Patience.atStep(delivery.counts(), step).ifPresent(this::giveUp);
      if (delivery.isFull()) {
        end(Peer.End.FULL, "nothing can be stored now");
      }
      wakeAt(step.wakeAtMicros(), now);
    } catch (RuntimeException | Error e) {
      LOG.error("a dialogue with battery {} of {} failed", battery.code(), tenant, e);
      end(Peer.End.FAULT, PullFault.NOT_UNDERSTOOD.sentence());
    }
  }

  /** One wake-up at a time: else each message would add one, and each of these the next. */
  private void wakeAt(long micros, long now) {
    wakes.cancel(false);
    if (!over && micros != Long.MAX_VALUE) {
      long delay = Math.max(SHORTEST_MICROS, micros - now);
      wakes = timer.schedule(() -> step(NONE), delay, TimeUnit.MICROSECONDS);
    }
  }

  private void look() {
    patience.atLook(delivery.counts()).ifPresent(this::giveUp);
  }

  private void giveUp(PullFault why) {
    String ofFrames = delivery.counts().complaint();
    String detail = ofFrames.isEmpty() ? dialogue.complaint() : ofFrames;
    end(Peer.End.FAULT, why.sentence() + (detail.isEmpty() ? "" : ": " + detail));
  }

  @Override
  public void stored(boolean understood) {
    // How it goes is told by the battery's own page, as of whatever sends by itself.
  }

  @Override
  public void lost() {
    // Written to the log where it happened; what comes next may be stored.
  }

  @Override
  public void refused(String why) {
    end(Peer.End.REFUSED, why);
  }

  @Override
  public void overtaken() {
    end(Peer.End.REFUSED, "the key is not good any more");
  }

  private void end(Peer.End end, String why) {
    if (finish()) {
      LOG.debug("node of battery {} of {}: {} {}", battery.code(), tenant, end, why);
      peer.end(end, why);
    }
  }

  /** Ends it without a word to its peer; what was said before is stored if it can be. */
  public void close() {
    var unused = finish();
  }

  private boolean finish() {
    synchronized (this) {
      if (over) {
        return false;
      }
      over = true;
      wakes.cancel(false);
      looks.cancel(false);
    }
    try {
      storing.workers().execute(this::storeRest);
    } catch (RejectedExecutionException closing) {
      ended.complete(null);
    }
    return true;
  }

  private void storeRest() {
    try {
      delivery.finish(true);
    } finally {
      ended.complete(null);
    }
  }

  /** Done when it has ended and nothing more of it is stored. */
  CompletableFuture<Void> whenEnded() {
    return ended;
  }

  private long micros() {
    Instant now = clock.instant();
    return now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
  }
}
