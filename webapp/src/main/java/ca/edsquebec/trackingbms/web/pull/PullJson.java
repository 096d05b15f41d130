package ca.edsquebec.trackingbms.web.pull;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.intake.pull.PullDevice;
import ca.edsquebec.trackingbms.intake.pull.PullFault;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/**
 * How a battery is asked, as the API shows it.
 *
 * @param id of the battery in addresses
 * @param battery its code
 * @param state {@code idle}, {@code connecting}, {@code talking}, {@code waiting}
 * @param lastContact in the zone of its place, as are the other times
 * @param fault why it failed last, such as {@code silent}; absent since it answers again
 * @param failures in a row
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record PullJson(
    String id,
    String battery,
    String address,
    boolean enabled,
    String state,
    String lastContact,
    String lastFailure,
    String fault,
    String detail,
    int failures,
    String nextTry) {

  static PullJson of(PullDevice device, Battery battery) {
    return new PullJson(
        battery.uid(),
        battery.code(),
        device.address().toString(),
        device.enabled(),
        device.state().word(),
        local(device.lastContact(), battery),
        local(device.lastFailure(), battery),
        device.fault().map(PullFault::word).orElse(""),
        device.detail(),
        device.failures(),
        local(device.nextTry(), battery));
  }

  private static String local(Optional<Instant> time, Battery battery) {
    return time.map(at -> at.atZone(battery.zone()).toOffsetDateTime().toString()).orElse("");
  }
}
