package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Sample;
import java.util.Objects;

/**
 * A sample and whose it is.
 *
 * @param batteryId internal id of a battery of the tenant, which the caller has looked up
 * @param earliestMillis an earlier sample can't be this battery's: epoch milliseconds, a year
 *     before it was commissioned
 */
public record Measured(long batteryId, long earliestMillis, Sample sample) {

  public Measured {
    Objects.requireNonNull(sample, "sample");
  }
}
