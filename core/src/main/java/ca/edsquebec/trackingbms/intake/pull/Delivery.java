package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.intake.FrameBatch;
import ca.edsquebec.trackingbms.intake.FrameReceipt;
import ca.edsquebec.trackingbms.platform.QuotaException;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.SuspendedException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one device said, on its way to where posted frames go too: gathered for a moment, then
 * decoded and stored by a worker, one batch at a time. Holds so many frames and no more; while the
 * database is away they wait. Safe for any number of threads.
 */
final class Delivery {

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  /** From here on the device is to wait. */
  private static final int FULL = 20_000;

  /** From here on, of all devices together, all with something to store are to wait. */
  private static final int ALL_FULL = 200_000;

  private final Means means;
  private final TenantId tenant;
  private final Battery battery;
  private final Listener listener;

  /** Held by who stores: a batch is stored once. */
  private final Object turn = new Object();

  /** Told on a worker what became of a batch. */
  interface Listener {

    /**
     * @param understood whether any of it said something about the battery
     */
    void stored(boolean understood);

    /** A batch can never be stored; what comes after it may be. */
    void lost();

    /** The client's samples may not be stored. */
    void refused(String why);
  }

  private final List<Frame> waiting = new ArrayList<>();
  private boolean scheduled;
  private boolean closed;
  private long bytes;
  private long understood;
  private long samples;
  private long batches;
  private String complaint = "";

  Delivery(Means means, TenantId tenant, Battery battery, Listener listener) {
    this.means = means;
    this.tenant = tenant;
    this.battery = battery;
    this.listener = listener;
  }

  /**
   * @param count bytes that came
   */
  synchronized void add(int count, List<Frame> frames) {
    bytes += count;
    if (!closed && !frames.isEmpty()) {
      waiting.addAll(frames);
      means.held().addAndGet(frames.size());
      schedule(means.times().gather());
    }
  }

  /** Whether the device is to wait: the listener hears when a batch is done with. */
  synchronized boolean isFull() {
    return waiting.size() > FULL || (!waiting.isEmpty() && means.held().get() > ALL_FULL);
  }

  private synchronized void schedule(Duration delay) {
    if (!scheduled) {
      scheduled = true;
      try {
        var unused = means.workers().schedule(this::run, delay.toMillis(), TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException closing) {
        LOG.debug("{} frames of battery {} come too late", waiting.size(), battery.code());
      }
    }
  }

  private void run() {
    Duration again = means.times().gather();
    try {
      store();
    } catch (UnavailableException away) {
      again = away.retryAfter();
    } catch (QuotaException | SuspendedException no) {
      listener.refused(no.getMessage());
    } catch (RuntimeException e) {
      LOG.error("frames of battery {} of client {} are lost", battery.code(), tenant, e);
      listener.lost();
    } finally {
      next(again);
    }
  }

  private synchronized void next(Duration again) {
    scheduled = false;
    if (!waiting.isEmpty()) {
      schedule(again);
    }
  }

  /** Stores what waits; when that fails as it may, it waits on. */
  private void store() {
    synchronized (turn) {
      List<Frame> taken = taken();
      if (!taken.isEmpty()) {
        FrameReceipt receipt = accept(taken);
        listener.stored(receipt.said());
      }
    }
  }

  private synchronized List<Frame> taken() {
    return List.copyOf(waiting);
  }

  private FrameReceipt accept(List<Frame> taken) {
    try {
      FrameReceipt receipt = means.intake().accept(tenant, battery, batch(taken));
      done(taken.size(), receipt);
      return receipt;
    } catch (UnavailableException away) {
      throw away;
    } catch (RuntimeException never) {
      done(taken.size());
      throw never;
    }
  }

  private synchronized void done(int frames, FrameReceipt receipt) {
    done(frames);
    understood += receipt.said() ? receipt.decoded() : 0;
    samples += receipt.samples();
    complaint = receipt.invalid().isEmpty() ? complaint : receipt.invalid().get(0).reason();
  }

  private synchronized void done(int frames) {
    waiting.subList(0, frames).clear();
    means.held().addAndGet(-frames);
    batches++;
  }

  private static FrameBatch batch(List<Frame> frames) {
    List<FrameBatch.Offered> offered = new ArrayList<>(frames.size());
    for (int i = 0; i < frames.size(); i++) {
      offered.add(new FrameBatch.Offered(i, frames.get(i)));
    }
    return new FrameBatch(offered, List.of());
  }

  /**
   * Takes no more, and stores nothing after it has returned.
   *
   * @param mayStore whether the rest is stored, if it can be stored now
   */
  void finish(boolean mayStore) {
    synchronized (turn) {
      try {
        if (mayStore) {
          store();
        }
      } catch (UnavailableException | QuotaException | SuspendedException e) {
        LOG.debug("the last frames of battery {} are lost: {}", battery.code(), e.getMessage());
      } catch (RuntimeException e) {
        LOG.error("the last frames of battery {} of {} are lost", battery.code(), tenant, e);
      } finally {
        close();
      }
    }
  }

  private synchronized void close() {
    closed = true;
    means.held().addAndGet(-waiting.size());
    waiting.clear();
  }

  synchronized long bytes() {
    return bytes;
  }

  /** Frames that were understood, as far as they said something about the battery. */
  synchronized long understood() {
    return understood;
  }

  /** Batches that are done with, stored or lost. */
  synchronized long batches() {
    return batches;
  }

  /**
   * Whether frames wait and none could be stored since then, as while the database is away: what
   * they say is not known yet, and the device can't help it.
   *
   * @param since what {@link #batches} was then
   */
  synchronized boolean isHeldUp(long since) {
    return !waiting.isEmpty() && batches == since;
  }

  synchronized long samples() {
    return samples;
  }

  /** What was wrong with the last frame that could not be decoded; may be empty. */
  synchronized String complaint() {
    return complaint;
  }
}
