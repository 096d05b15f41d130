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
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one device said, on its way to where posted frames go too: gathered for a moment, then
 * decoded and stored by a worker, one batch at a time. Holds so many bytes and no more; while the
 * database is away they wait. Safe for any number of threads.
 */
final class Delivery {

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private final Storing storing;
  private final TenantId tenant;
  private final Battery battery;
  private final BooleanSupplier mayStore;
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

    /** Another program stores what this device says: this one must not. */
    void overtaken();
  }

  private final Backlog waiting;
  private boolean scheduled;
  private boolean closed;
  private Counts counts = Counts.NONE;

  /**
   * @param mayStore asked on a worker before each batch; may wait for the database
   */
  Delivery(
      Storing storing,
      TenantId tenant,
      Battery battery,
      BooleanSupplier mayStore,
      Listener listener) {
    this.storing = storing;
    this.tenant = tenant;
    this.battery = battery;
    this.mayStore = mayStore;
    this.listener = listener;
    this.waiting = new Backlog(storing.held());
  }

  /**
   * @param count bytes that came
   */
  synchronized void add(int count, List<Frame> frames) {
    if (!closed && !frames.isEmpty()) {
      waiting.add(frames);
      schedule(storing.gather());
    }
    count(count, 0, 0, 0, counts.complaint());
  }

  /** What has become of all of it so far. */
  synchronized Counts counts() {
    return counts;
  }

  private void count(int bytes, long understood, int samples, int batches, String complaint) {
    counts =
        new Counts(
            counts.bytes() + bytes,
            counts.understood() + understood,
            counts.samples() + samples,
            counts.batches() + batches,
            !waiting.isEmpty(),
            complaint);
  }

  /** Whether the device is to wait: the listener hears when a batch is done with. */
  synchronized boolean isFull() {
    return waiting.isFull();
  }

  private synchronized void schedule(Duration delay) {
    if (!scheduled) {
      scheduled = true;
      try {
        var unused = storing.workers().schedule(this::run, delay.toMillis(), TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException closing) {
        LOG.debug("frames of battery {} come too late", battery.code());
      }
    }
  }

  private void run() {
    Duration again = storing.gather();
    try {
      store();
    } catch (UnavailableException away) {
      again = away.retryAfter();
    } catch (QuotaException | SuspendedException no) {
      listener.refused(no.getMessage());
    } catch (RuntimeException | Error e) {
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
      if (taken.isEmpty()) {
        return;
      }
      if (mayStore.getAsBoolean()) {
        told(accept(taken).said());
      } else {
        listener.overtaken();
      }
    }
  }

  /** They are stored: what goes wrong now must not look as if they were not. */
  private void told(boolean understood) {
    try {
      listener.stored(understood);
    } catch (UnavailableException away) {
      LOG.debug("battery {} of {} talks: not written yet, {}", battery.code(), tenant, away);
    } catch (RuntimeException | Error e) {
      LOG.error("battery {} of {} talks: that could not be written", battery.code(), tenant, e);
    }
  }

  private synchronized List<Frame> taken() {
    return waiting.frames();
  }

  private FrameReceipt accept(List<Frame> taken) {
    try {
      FrameReceipt receipt = storing.intake().accept(tenant, battery, batch(taken));
      done(taken.size(), receipt);
      return receipt;
    } catch (UnavailableException away) {
      throw away;
    } catch (RuntimeException | Error never) {
      done(taken.size());
      throw never;
    }
  }

  private synchronized void done(int frames, FrameReceipt receipt) {
    waiting.removeFirst(frames);
    String complaint =
        receipt.invalid().isEmpty() ? counts.complaint() : receipt.invalid().get(0).reason();
    count(0, receipt.said() ? receipt.decoded() : 0, receipt.samples(), 1, complaint);
  }

  private synchronized void done(int frames) {
    waiting.removeFirst(frames);
    count(0, 0, 0, 1, counts.complaint());
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
   * @param mayStoreRest whether the rest is stored, if it can be stored now
   */
  void finish(boolean mayStoreRest) {
    synchronized (turn) {
      try {
        if (mayStoreRest) {
          store();
        }
      } catch (UnavailableException | QuotaException | SuspendedException e) {
        LOG.debug("the last frames of battery {} are lost: {}", battery.code(), e.getMessage());
      } catch (RuntimeException | Error e) {
        LOG.error("the last frames of battery {} of {} are lost", battery.code(), tenant, e);
      } finally {
        close();
      }
    }
  }

  private synchronized void close() {
    closed = true;
    waiting.clear();
  }
}
