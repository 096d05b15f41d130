package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.intake.FrameIntake;
import ca.edsquebec.trackingbms.platform.OutboundGuard;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks all clients' devices for as long as it is open; connections stay open between two questions.
 * Whoever has it calls {@link #round} every few seconds, from one thread at a time. A device that
 * fails is left alone for a while, longer each time.
 */
public final class Pull implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Pull.class);

  /** Connections at once; those beyond their client's share wait until others are turned off. */
  static final int MOST = 1_000;

  private static final int THREADS = 4;

  private final Means means;
  private final BatteryDirectory directory;
  private final Map<TenantId, ClientCalls> clients = new HashMap<>();
  private final Set<TenantId> changed = ConcurrentHashMap.newKeySet();

  /** Starts a few threads, and asks nobody yet. */
  public Pull(
      Databases databases,
      BatteryDirectory directory,
      OutboundGuard guard,
      FrameIntake intake,
      Clock clock) {
    this(databases, directory, guard, intake, PullTimes.USUAL, clock);
  }

  Pull(
      Databases databases,
      BatteryDirectory directory,
      OutboundGuard guard,
      FrameIntake intake,
      PullTimes times,
      Clock clock) {
    this.means = Means.open(databases, guard, intake, THREADS, times, clock);
    this.directory = directory;
  }

  /**
   * Begins what is due, ends what nobody wants any more. Does not wait for devices.
   *
   * @throws UnavailableException when the database is away; what is being said goes on
   */
  public synchronized void round() {
    if (means.lines().isOver()) {
      giveUp();
      return;
    }
    Set<TenantId> active =
        means.databases().tenants().list().stream()
            .filter(tenant -> tenant.status() == Tenant.Status.ACTIVE)
            .map(Tenant::id)
            .collect(Collectors.toSet());
    clients.forEach(
        (tenant, calls) -> {
          if (!active.contains(tenant)) {
            calls.close();
          }
        });
    clients.keySet().retainAll(active);
    int share = FairShare.of(clients.values().stream().map(ClientCalls::wanted).toList(), MOST);
    for (TenantId tenant : active) {
      ClientCalls calls =
          clients.computeIfAbsent(tenant, id -> new ClientCalls(means, directory, id));
      if (changed.remove(tenant)) {
        calls.look();
      }
      try {
        calls.round(share, MOST - clients.values().stream().mapToInt(ClientCalls::size).sum());
      } catch (UnavailableException away) {
        throw away;
      } catch (RuntimeException e) {
        // Such as a schema that is not migrated yet: the other clients go on.
        LOG.error("the devices of client {} are not asked", tenant, e);
        calls.rest();
      }
    }
  }

  /** No connection can be made any more: the job may ask instead. */
  private void giveUp() {
    if (!clients.isEmpty()) {
      LOG.error("no devices are asked any more: start this program again");
      clients.values().forEach(ClientCalls::close);
      clients.clear();
    }
  }

  /** Says that somebody changed which devices a client wants asked: the next round looks. */
  public void changed(TenantId tenant) {
    changed.add(tenant);
  }

  /** Ends all conversations, stores what was said, and lets other programs ask. */
  @Override
  public synchronized void close() {
    List<Call> open = clients.values().stream().flatMap(one -> one.calls().stream()).toList();
    try {
      // Its client's lease goes last: until then nobody else may store for these devices.
      open.forEach(Call::close);
      CompletableFuture<Void> ended =
          CompletableFuture.allOf(
              open.stream().map(Call::whenEnded).toArray(CompletableFuture[]::new));
      if (Uninterrupted.await(ended, TimeUnit.SECONDS.toNanos(20))) {
        clients.values().forEach(ClientCalls::close);
      } else {
        LOG.warn("not all devices were let go of in time; their leases expire");
      }
    } finally {
      means.close();
    }
  }
}
