package ca.edsquebec.trackingbms.jobs.pull;

import ca.edsquebec.trackingbms.intake.pull.PullDevice;
import ca.edsquebec.trackingbms.intake.pull.PullFault;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import ca.edsquebec.trackingbms.tenant.TenantId;

/** How a battery is asked, as it is told. */
final class DeviceFields {

  private DeviceFields() {}

  static Fields of(TenantId tenant, String battery, PullDevice device) {
    return new Fields()
        .with("client", tenant.slug())
        .with("battery", battery)
        .with("address", device.address().toString())
        .with("enabled", device.enabled())
        .with("state", device.enabled() ? device.state().word() : "off")
        .with("lastContact", device.lastContact())
        .with("failures", device.failures())
        .with("lastFailure", device.lastFailure())
        .with("fault", device.fault().map(PullFault::word))
        .with("detail", device.detail())
        .with("nextTry", device.nextTry());
  }
}
