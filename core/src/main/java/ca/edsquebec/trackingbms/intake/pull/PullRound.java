package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.BatteryStatus;
import ca.edsquebec.trackingbms.intake.FrameIntake;
import ca.edsquebec.trackingbms.platform.OutboundGuard;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.telemetry.Latest;
import ca.edsquebec.trackingbms.telemetry.LatestState;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.Lease;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round over the devices whose data is stale: for when the portal does not run. While it does,
 * it holds the clients' leases, and there is nothing to do. For one thread.
 */
public final class PullRound implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PullRound.class);

  private static final int THREADS = 2;

  /** A round must give a sample whatever the storage period is. */
  private static final Duration LONGEST_PERIOD = Duration.ofSeconds(5);

  private final Means means;
  private final BatteryDirectory directory;
  private final LatestState latest;

  /**
   * What a round did.
   *
   * @param asked devices that were stale and due
   * @param read of them, those of which a sample was stored
   * @param failures why nothing could be done for a client, in English
   */
  public record Report(int asked, int read, Map<TenantId, String> failures) {
    public Report {
      failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
    }
  }

  public PullRound(
      Databases databases,
      BatteryDirectory directory,
      LatestState latest,
      OutboundGuard guard,
      FrameIntake intake,
      Clock clock) {
    this(databases, directory, latest, guard, intake, PullTimes.USUAL, clock);
  }

  PullRound(
      Databases databases,
      BatteryDirectory directory,
      LatestState latest,
      OutboundGuard guard,
      FrameIntake intake,
      PullTimes times,
      Clock clock) {
    this.means = Means.open(databases, guard, intake, THREADS, times, clock);
    this.directory = directory;
    this.latest = latest;
  }

  /**
   * Asks the devices of all these clients at once and listens to each for some seconds. A client
   * whose devices another program asks is passed over. There are as many connections as the portal
   * may have; devices beyond their client's share are for the next round.
   */
  public Report run(Collection<TenantId> clients) {
    List<Lease> leases = new ArrayList<>();
    List<Call> calls = new ArrayList<>();
    Map<TenantId, String> failures = new TreeMap<>(Comparator.comparing(TenantId::slug));
    try {
      List<List<Call>> due = new ArrayList<>();
      for (TenantId client : clients) {
        try {
          due.add(callsDue(client, leases));
        } catch (UnavailableException away) {
          throw away;
        } catch (RuntimeException e) {
          failures.put(client, String.valueOf(e.getMessage()));
        }
      }
      int share = FairShare.of(due.stream().map(List::size).toList(), Pull.MOST);
      due.forEach(ofClient -> ofClient.stream().limit(share).forEach(calls::add));
      calls.forEach(Call::begin);
      listen(calls);
    } finally {
      calls.forEach(Call::close);
      letGo(calls, leases);
    }
    int read = (int) calls.stream().filter(call -> call.samples() > 0).count();
    return new Report(calls.size(), read, failures);
  }

  /** Whoever stops the round waits too: a lease is not given back while a call still stores. */
  private void letGo(List<Call> calls, List<Lease> leases) {
    long until = System.nanoTime() + means.times().lease().toNanos();
    boolean ended = true;
    for (Call call : calls) {
      ended &= Uninterrupted.await(call.whenEnded(), Math.max(0, until - System.nanoTime()));
    }
    if (!ended) {
      LOG.warn("not all devices were let go of in time; the clients' leases expire by themselves");
      return;
    }
    for (Lease lease : leases) {
      try {
        lease.close();
      } catch (RuntimeException away) {
        LOG.warn("a client's lease expires by itself: {}", away.getMessage());
      }
    }
  }

  private List<Call> callsDue(TenantId tenant, List<Lease> leases) {
    if (due(tenant).isEmpty()) {
      return List.of();
    }
    Duration longest =
        means.times().connect().plus(means.times().round()).plus(means.times().lease());
    Optional<Lease> lease =
        Lease.tryAcquire(
            means.databases().registry(), ClientCalls.leaseName(tenant), longest.multipliedBy(2));
    lease.ifPresent(leases::add);
    if (lease.isEmpty()) {
      return List.of();
    }
    // Looked again: whoever had the lease before may have asked them.
    return due(tenant).stream().map(device -> call(tenant, device)).toList();
  }

  /** Until all have said enough or failed, or the time is over. */
  private void listen(List<Call> calls) {
    Duration most = means.times().connect().plus(means.times().round());
    long until = System.nanoTime() + most.toNanos();
    for (Call call : calls) {
      await(call.whenHeardOut(), Duration.ofNanos(Math.max(0, until - System.nanoTime())));
    }
  }

  private static void await(CompletableFuture<?> what, Duration most) {
    try {
      var unused = what.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException stillTalking) {
      return;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a call can't end so", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Call call(TenantId tenant, PullDevice device) {
    Battery battery = directory.byId(tenant, device.batteryId()).orElseThrow();
    Duration period = battery.storagePeriod();
    boolean tooLong = period.compareTo(LONGEST_PERIOD) > 0;
    return new Call(
        means, tenant, battery.withStoragePeriod(tooLong ? LONGEST_PERIOD : period), device);
  }

  private List<PullDevice> due(TenantId tenant) {
    List<PullDevice> devices =
        means.databases().tenantDatabase().sql(tenant, DeviceTable::all).stream()
            .filter(device -> device.isDue(means.clock().instant(), means.times()))
            .toList();
    if (devices.isEmpty()) {
      return devices;
    }
    Map<Long, Latest> heard = latest.all(Viewer.system(tenant));
    List<PullDevice> due = new ArrayList<>();
    for (PullDevice device : devices) {
      directory
          .byId(tenant, device.batteryId())
          .filter(battery -> battery.status() != BatteryStatus.RETIRED)
          .filter(battery -> isStale(battery, heard.get(battery.id())))
          .ifPresent(battery -> due.add(device));
    }
    return due;
  }

  private boolean isStale(Battery battery, Latest newest) {
    Instant limit = means.clock().instant().minus(battery.staleThreshold());
    return newest == null || Instant.ofEpochMilli(newest.sample().ts()).isBefore(limit);
  }

  /** Ends its threads; what was heard is stored before. */
  @Override
  public void close() {
    means.close();
  }
}
