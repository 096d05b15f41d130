package ca.edsquebec.trackingbms.jobs.forward.source;

import ca.edsquebec.trackingbms.intake.pull.DeviceLink;
import ca.edsquebec.trackingbms.intake.pull.PullAddress;
import java.time.Clock;
import java.util.Map;

/** A device, or a CAN bus, behind a TCP address: asked where it must be asked. */
public final class DeviceSource implements Source {

  private final PullAddress address;
  private final String connectorId;
  private final Map<String, String> settings;
  private final Clock clock;

  /**
   * @param settings of the connector
   * @throws ca.edsquebec.trackingbms.platform.InvalidException when it can't be read over that
   */
  public DeviceSource(
      PullAddress address, String connectorId, Map<String, String> settings, Clock clock) {
    DeviceLink.check(address, connectorId, settings);
    this.address = address;
    this.connectorId = connectorId;
    this.settings = Map.copyOf(settings);
    this.clock = clock;
  }

  @Override
  public void run(Receiver receiver) throws InterruptedException {
    try (DeviceLink link = new DeviceLink(clock)) {
      link.listen(address, connectorId, settings, receiver::take, receiver::trouble);
    }
  }
}
