package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.BatteryStatus;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls to one client's devices, kept as they are wanted: begun when due, ended when somebody
 * changed something. Under the client's own lease, since one program stores what a client's devices
 * say. One thread at a time.
 */
final class ClientCalls {

  private static final Logger LOG = LoggerFactory.getLogger(ClientCalls.class);

  /** Clients most of whom have no such device need not be asked each time. */
  private static final Duration LOOK_WHEN_NONE = Duration.ofMinutes(1);

  private final Means means;
  private final BatteryDirectory directory;
  private final TenantId tenant;
  private final Map<Long, Call> calls = new HashMap<>();
  private final KeptLease lease;
  private final Set<Long> unreadable = new HashSet<>();
  private int devicesWanted;
  private long lookAt = System.nanoTime();

  ClientCalls(Means means, BatteryDirectory directory, TenantId tenant) {
    this.means = means;
    this.directory = directory;
    this.tenant = tenant;
    this.lease =
        new KeptLease(means.databases().registry(), leaseName(tenant), means.times().lease());
  }

  static String leaseName(TenantId tenant) {
    return "pull/" + tenant.slug();
  }

  int size() {
    return calls.size();
  }

  /** Devices to be asked, as the last round found them. */
  int wanted() {
    return devicesWanted;
  }

  /**
   * Looks what has changed.
   *
   * @param share how many calls there may be; what is beyond it is ended
   * @param room how many calls may be begun
   */
  void round(int share, int room) {
    Instant now = means.clock().instant();
    calls.values().removeIf(call -> call.whenEnded().isDone());
    if (calls.isEmpty() && !lease.isHeld() && System.nanoTime() - lookAt < 0) {
      return;
    }
    List<PullDevice> wanted = devices();
    devicesWanted = wanted.size();
    if (wanted.isEmpty() || !holds()) {
      rest();
      close();
      return;
    }
    Map<Long, PullDevice> devices = new HashMap<>();
    for (PullDevice device : wanted) {
      battery(device).ifPresent(battery -> devices.put(battery.id(), device));
    }
    calls.values().stream().filter(call -> !isAsWanted(call, devices)).forEach(Call::close);
    calls.values().stream().skip(share).forEach(Call::close);
    calls.values().forEach(Call::renew);
    devices.values().stream()
        .filter(
            device -> device.isDue(now, means.times()) && !calls.containsKey(device.batteryId()))
        .limit(Math.max(0, Math.min(room, share - calls.size())))
        .forEach(this::begin);
  }

  private List<PullDevice> devices() {
    return means
        .databases()
        .tenantDatabase()
        .sql(tenant, (connection, db) -> DeviceTable.all(connection, db, this::warn))
        .stream()
        .filter(PullDevice::enabled)
        .toList();
  }

  private void warn(long battery, String why) {
    if (unreadable.add(battery)) {
      LOG.warn("battery {} of client {} is not asked: {}", battery, tenant, why);
    }
  }

  private void begin(PullDevice device) {
    battery(device)
        .ifPresent(
            battery -> {
              Call call = new Call(means, tenant, battery, device);
              calls.put(battery.id(), call);
              call.begin();
            });
  }

  private Optional<Battery> battery(PullDevice device) {
    return directory
        .byId(tenant, device.batteryId())
        .filter(battery -> battery.status() != BatteryStatus.RETIRED);
  }

  private boolean isAsWanted(Call call, Map<Long, PullDevice> devices) {
    Battery was = call.battery();
    PullDevice device = devices.get(was.id());
    return device != null
        && device.address().equals(call.address())
        && battery(device).map(is -> isReadAlike(was, is)).orElse(false);
  }

  /** Whether a conversation with the one may go on as one with the other. */
  static boolean isReadAlike(Battery was, Battery is) {
    return was.connectorId().equals(is.connectorId())
        && was.connectorSettings().equals(is.connectorSettings())
        && was.storagePeriod().equals(is.storagePeriod());
  }

  private boolean holds() {
    return lease.renew() || lease.take();
  }

  /** Lets the next round look, although there was nothing to do. */
  void look() {
    lookAt = System.nanoTime();
  }

  /** Leaves this client alone for a while: something is wrong with its database. */
  void rest() {
    lookAt = System.nanoTime() + LOOK_WHEN_NONE.toNanos();
  }

  /** Ends all calls and lets others ask; the calls let go by and by. */
  void close() {
    calls.values().forEach(Call::close);
    try {
      lease.release();
    } catch (RuntimeException away) {
      LOG.warn("the lease of client {} expires by itself: {}", tenant, away.getMessage());
    }
  }

  /** The calls that have not let go yet. */
  List<Call> calls() {
    return List.copyOf(calls.values());
  }
}
