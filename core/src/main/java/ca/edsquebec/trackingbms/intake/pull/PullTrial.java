package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.connector.CommonSettings;
import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Dialogue;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.intake.InstalledConnectors;
import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.platform.OutboundAddress;
import ca.edsquebec.trackingbms.platform.OutboundGuard;
import ca.edsquebec.trackingbms.platform.TooSoonException;
import ca.edsquebec.trackingbms.tenant.Lease;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * “Test connection”: asks a device where it may be asked some day, and shows what it says. Stores
 * nothing but the entry in the audit. One at a time for each client, whichever program tries it, so
 * that none knocks at many doors at once or takes the turns of others. Safe for any number of
 * threads, few of which get a turn at a time; none may be within a unit of work.
 */
public final class PullTrial {

  private static final int AT_ONCE = 8;

  private final RegistryDatabase registry;
  private final OutboundGuard guard;
  private final PullDevices devices;
  private final PullTimes times;
  private final Clock clock;
  private final Semaphore turns = new Semaphore(AT_ONCE);

  public PullTrial(
      RegistryDatabase registry, OutboundGuard guard, PullDevices devices, Clock clock) {
    this(registry, guard, devices, PullTimes.USUAL, clock);
  }

  PullTrial(
      RegistryDatabase registry,
      OutboundGuard guard,
      PullDevices devices,
      PullTimes times,
      Clock clock) {
    this.registry = registry;
    this.guard = guard;
    this.devices = devices;
    this.times = times;
    this.clock = clock;
  }

  /**
   * Connects and listens until enough was understood, it failed, or the time is over; about as long
   * as one round.
   *
   * @throws ca.edsquebec.trackingbms.platform.InvalidException as {@link PullDevices#set}
   * @throws TooSoonException when this client tries one now, or many others do
   * @throws BusyException when some program talks to this battery now
   */
  public PullHeard listen(Actor by, TenantId tenant, Battery battery, PullAddress address) {
    Dialogue dialogue = Dialogues.of(address, battery.connectorId(), battery.connectorSettings());
    if (!turns.tryAcquire()) {
      throw tooSoon(AT_ONCE + " connections are being tried");
    }
    try (Lease turn =
        lease("pull-trial/" + tenant)
            .orElseThrow(() -> tooSoon("another connection of this client is being tried"))) {
      OutboundAddress to = guard.device(address.host(), address.port());
      try (Lease device = lease(Call.leaseName(tenant, battery)).orElseThrow(() -> busy(battery));
          Lines lines = new Lines(clock)) {
        devices.tried(by, tenant, battery, address);
        TrialEar ear = new TrialEar(decoder(battery), dialogue::complaint, clock);
        lines.open(to.socketAddress(), dialogue, ear, times.connect());
        return ear.await(times.connect().plus(times.round()));
      }
    } finally {
      turns.release();
    }
  }

  private Optional<Lease> lease(String name) {
    return Lease.tryAcquire(registry, name, longest());
  }

  private Duration longest() {
    return times.connect().plus(times.round()).plus(times.lease());
  }

  private TooSoonException tooSoon(String what) {
    return new TooSoonException(what, longest());
  }

  private static Decoder decoder(Battery battery) {
    Connector connector = InstalledConnectors.named(battery.connectorId());
    return CommonSettings.decoder(
        connector, InstalledConnectors.settings(connector, battery.connectorSettings()));
  }

  private static BusyException busy(Battery battery) {
    return new BusyException(
        "battery " + battery.code() + " is being asked now: look how that goes, or turn it off");
  }
}
