package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One device being asked: takes its lease, connects, stores what is heard, and writes down how it
 * went. Ends by itself when the device fails, or by {@link #close}. Safe for any number of threads.
 */
final class Call implements Ear, Delivery.Listener {

  private static final Logger LOG = LoggerFactory.getLogger(Call.class);

  /** By the third sample a device has shown all its pages, or nearly so. */
  private static final int ENOUGH = 3;

  private final Means means;
  private final TenantId tenant;
  private final Battery battery;
  private final KeptLease lease;
  private final Delivery delivery;
  private final DeviceState state;
  private final Dial dial;
  private final Patience patience = new Patience();
  private final AtomicBoolean ending = new AtomicBoolean();
  private final CompletableFuture<Void> heardEnough = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  Call(Means means, TenantId tenant, Battery battery, PullDevice device) {
    this.means = means;
    this.tenant = tenant;
    this.battery = battery;
    this.lease =
        new KeptLease(
            means.databases().registry(), leaseName(tenant, battery), means.times().lease());
    this.delivery = new Delivery(means.storing(), tenant, battery, lease::renew, this);
    this.state = new DeviceState(means, tenant, device);
    this.dial = new Dial(means, battery, device.address());
  }

  static String leaseName(TenantId tenant, Battery battery) {
    return "pull/" + tenant.slug() + "/" + battery.id();
  }

  Battery battery() {
    return battery;
  }

  PullAddress address() {
    return state.address();
  }

  /** Done when it has ended and let go of all. */
  CompletableFuture<Void> whenEnded() {
    return ended;
  }

  /** Done when so much is stored that one round has what it wants, or it has ended. */
  CompletableFuture<?> whenHeardOut() {
    return CompletableFuture.anyOf(ended, heardEnough);
  }

  /** Samples stored so far. */
  long samples() {
    return delivery.counts().samples();
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
      close();
    } catch (RejectedExecutionException closing) {
      close();
    } catch (RuntimeException | Error e) {
      LOG.error("battery {} of client {} could not be asked", battery.code(), tenant, e);
      fail(PullFault.UNKNOWN, String.valueOf(e.getMessage()));
    }
  }

  private void connect() {
    if (!lease.take()) {
      close();
    } else if (ending.get()) {
      // Who ended it may have done so before there was a lease to let go of.
      release();
    } else {
      state.connecting();
      if (dial.needsLookup()) {
        means.lookups().execute(tenant, () -> attempt(() -> dial.open(this)));
        submit(this::expectOpen, means.times().silence());
      } else {
        dial.open(this);
      }
    }
  }

  private void expectOpen() {
    if (!dial.isOpen()) {
      fail(PullFault.NO_CONNECTION, "no name server said in time where this host is");
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
    Patience.atStep(delivery.counts(), step).ifPresent(this::giveUp);
  }

  @Override
  public void ended(PullFault why, String detail) {
    fail(why, detail);
  }

  private void look() {
    patience.atLook(delivery.counts()).ifPresent(this::giveUp);
    if (!ending.get()) {
      submit(this::look, means.times().silence());
    }
  }

  private void giveUp(PullFault why) {
    String ofFrames = delivery.counts().complaint();
    fail(why, ofFrames.isEmpty() ? dial.complaint() : ofFrames);
  }

  /** Lets the device wait while too much of what it said does. */
  private void adjustPace() {
    dial.pause(delivery::isFull);
  }

  @Override
  public void stored(boolean understood) {
    adjustPace();
    if (samples() >= ENOUGH) {
      heardEnough.complete(null);
    }
    if (understood) {
      state.talks();
    }
  }

  @Override
  public void lost() {
    adjustPace();
  }

  @Override
  public void refused(String why) {
    fail(PullFault.NOT_STORED, why);
  }

  @Override
  public void overtaken() {
    LOG.warn("another program took over battery {} of client {}", battery.code(), tenant);
    close();
  }

  private void fail(PullFault why, String detail) {
    LOG.debug("battery {} of client {}: {} {}", battery.code(), tenant, why, detail);
    end(before -> state.failed(before, why, detail));
  }

  /** Ends it, for no fault of the device. */
  void close() {
    end(Progress::left);
  }

  private void end(UnaryOperator<PullDevice> last) {
    if (ending.compareAndSet(false, true)) {
      dial.close();
      submit(() -> finish(last), Duration.ZERO);
    }
  }

  private void finish(UnaryOperator<PullDevice> last) {
    try {
      boolean held = lease.renew();
      delivery.finish(held);
      state.end(last, held);
    } catch (RuntimeException | Error e) {
      LOG.warn("how battery {} of {} went: not written, {}", battery.code(), tenant, e.toString());
      delivery.finish(false);
    } finally {
      release();
      ended.complete(null);
    }
  }

  /** Holds the device's lease for longer; ends the call when another program has it. */
  void renew() {
    if (!ending.get() && lease.isLost()) {
      overtaken();
    }
  }

  private void release() {
    try {
      lease.release();
    } catch (RuntimeException away) {
      LOG.debug("the lease of battery {} expires by itself: {}", battery.code(), away.getMessage());
    }
  }

  private void submit(Runnable task, Duration delay) {
    try {
      var unused = means.workers().schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closing) {
      ended.complete(null);
    }
  }
}
