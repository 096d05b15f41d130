package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.OutboundAddress;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One device being asked: takes its lease, connects, stores what is heard, and writes down how it
 * went. Ends by itself when the device fails, or by {@link #close}. Safe for any number of threads.
 */
final class Call implements Ear, Delivery.Listener {

  /** How a call ended. */
  enum End {
    /** It was listened to until somebody ended that. */
    LEFT,
    FAILED,
    /** Another program talks to it, or the database is away. */
    NOT_BEGUN
  }

  private static final Logger LOG = LoggerFactory.getLogger(Call.class);
  private static final int DEAD_AFTER = 5;

  /** By the third sample a device has shown all its pages, or nearly so. */
  private static final int ENOUGH = 3;

  private static final Duration CONTACT_EVERY = Duration.ofMinutes(1);

  private final Means means;
  private final TenantId tenant;
  private final Battery battery;
  private final KeptLease lease;
  private final Delivery delivery;
  private final CompletableFuture<End> end = new CompletableFuture<>();
  private final CompletableFuture<End> heardOut = new CompletableFuture<>();
  private final AtomicBoolean ending = new AtomicBoolean();

  private volatile PullDevice device;
  private volatile Supplier<String> complaint = () -> "";
  private volatile Line line;
  private long understoodBefore;
  private long batchesBefore;

  Call(Means means, TenantId tenant, Battery battery, PullDevice device) {
    this.means = means;
    this.tenant = tenant;
    this.battery = battery;
    this.device = device;
    this.lease =
        new KeptLease(
            means.databases().registry(), leaseName(tenant, battery), means.times().lease());
    this.delivery = new Delivery(means, tenant, battery, this);
  }

  static String leaseName(TenantId tenant, Battery battery) {
    return "pull/" + tenant.slug() + "/" + battery.id();
  }

  Battery battery() {
    return battery;
  }

  PullAddress address() {
    return device.address();
  }

  /** Done when it has ended and let go of all. */
  CompletableFuture<End> end() {
    return end;
  }

  /** Done when so much is stored that one round has what it wants, or it has ended. */
  CompletableFuture<?> heardOut() {
    return CompletableFuture.anyOf(end, heardOut);
  }

  /** Samples stored so far. */
  long samples() {
    return delivery.samples();
  }

  /** Begins on a thread of the workers. */
  void begin() {
    submit(() -> attempt(this::connect), Duration.ZERO);
  }

  private void attempt(Runnable step) {
    try {
      step.run();
    } catch (UnavailableException away) {
      LOG.warn("battery {} of client {} could not be asked: {}", battery.code(), tenant, away);
      if (ending.compareAndSet(false, true)) {
        release();
        end.complete(End.NOT_BEGUN);
      }
    } catch (RejectedExecutionException closing) {
      close();
    } catch (RuntimeException e) {
      LOG.error("battery {} of client {} could not be asked", battery.code(), tenant, e);
      fail(PullFault.UNKNOWN, String.valueOf(e.getMessage()));
    }
  }

  private void connect() {
    if (!lease.take()) {
      ending.set(true);
      end.complete(End.NOT_BEGUN);
    } else if (ending.get()) {
      release();
    } else {
      tell(Progress.connecting(device));
      means.lookups().execute(() -> attempt(this::dial));
    }
  }

  private void dial() {
    if (ending.get()) {
      return;
    }
    PullAddress address = device.address();
    Dialogue dialogue;
    try {
      dialogue = Dialogues.of(address, battery.connectorId(), battery.connectorSettings());
    } catch (InvalidException e) {
      fail(PullFault.SETTINGS, e.getMessage());
      return;
    }
    complaint = dialogue::complaint;
    try {
      OutboundAddress to = means.guard().device(address.host(), address.port());
      line = means.lines().open(to.socketAddress(), dialogue, this, means.times().connect());
      if (ending.get()) {
        means.lines().close(line);
      }
    } catch (InvalidException e) {
      fail(PullFault.ADDRESS, e.getMessage());
    }
  }

  @Override
  public void opened() {
    submit(this::look, means.times().silence());
  }

  @Override
  public void heard(int bytes, Dialogue.Step step) {
    delivery.add(bytes, step.frames());
    if (delivery.isFull()) {
      adjustPace();
    }
    // One that reports by itself may well answer nothing; what falls silent later, look() sees.
    if (step.unanswered() >= DEAD_AFTER && delivery.understood() == 0 && !delivery.isHeldUp(0)) {
      giveUp();
    }
  }

  @Override
  public void ended(PullFault why, String detail) {
    fail(why, detail);
  }

  /** Whether anything was understood since the last look, or could not be looked at. */
  private void look() {
    long understood = delivery.understood();
    if (understood == understoodBefore && !delivery.isHeldUp(batchesBefore)) {
      giveUp();
    } else if (!ending.get()) {
      understoodBefore = understood;
      batchesBefore = delivery.batches();
      submit(this::look, means.times().silence());
    }
  }

  private void giveUp() {
    PullFault why = delivery.bytes() == 0 ? PullFault.SILENT : PullFault.NOT_UNDERSTOOD;
    String ofFrames = delivery.complaint();
    fail(why, ofFrames.isEmpty() ? complaint.get() : ofFrames);
  }

  /** Lets the device wait while too much of what it said does. */
  private void adjustPace() {
    Line heard = line;
    if (heard != null) {
      means.lines().pause(heard, delivery::isFull);
    }
  }

  @Override
  public void stored(boolean understood) {
    adjustPace();
    if (delivery.samples() >= ENOUGH) {
      heardOut.complete(End.LEFT);
    }
    if (understood) {
      talks();
    }
  }

  @Override
  public void lost() {
    adjustPace();
  }

  private void talks() {
    Instant now = means.clock().instant();
    boolean known =
        device.state() == PullDevice.State.TALKING
            && device
                .lastContact()
                .map(then -> !then.plus(CONTACT_EVERY).isBefore(now))
                .orElse(false);
    if (!known && !ending.get()) {
      tell(Progress.talking(device, now));
    }
  }

  @Override
  public void refused(String why) {
    fail(PullFault.NOT_STORED, why);
  }

  private void fail(PullFault why, String detail) {
    end(
        () -> {
          double chance = ThreadLocalRandom.current().nextDouble();
          Duration pause = means.times().pause(Progress.failures(device), chance);
          LOG.debug("battery {} of client {}: {} {}", battery.code(), tenant, why, detail);
          return Progress.failed(device, why, detail, means.clock().instant(), pause);
        },
        End.FAILED);
  }

  /** Ends it, for no fault of the device. */
  void close() {
    end(() -> Progress.left(device), End.LEFT);
  }

  private interface Next {
    PullDevice state();
  }

  private void end(Next next, End how) {
    if (!ending.compareAndSet(false, true)) {
      return;
    }
    if (line != null) {
      means.lines().close(line);
    }
    submit(
        () -> {
          try {
            delivery.finish(lease.isHeld());
            if (lease.isHeld()) {
              tell(next.state());
            }
          } catch (RuntimeException away) {
            LOG.warn("how battery {} of {} went: not written, {}", battery.code(), tenant, away);
          } finally {
            release();
            end.complete(how);
          }
        },
        Duration.ZERO);
  }

  /** Holds the device's lease for longer; ends the call when another program has it. */
  void renew() {
    if (lease.isHeld() && !ending.get() && !lease.renew()) {
      LOG.warn("another program took over battery {} of client {}", battery.code(), tenant);
      close();
    }
  }

  private synchronized void tell(PullDevice next) {
    device = next;
    means
        .databases()
        .tenantDatabase()
        .sql(
            tenant,
            (connection, db) -> {
              DeviceTable.tell(connection, db, next);
              return null;
            });
  }

  private void release() {
    try {
      lease.release();
    } catch (UnavailableException away) {
      LOG.debug("the lease of battery {} expires by itself: {}", battery.code(), away.getMessage());
    }
  }

  private void submit(Runnable task, Duration delay) {
    try {
      var unused = means.workers().schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closing) {
      end.complete(End.LEFT);
    }
  }
}
