package ca.edsquebec.trackingbms.intake;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.telemetry.Measured;

/** Says whose a sample is, and from when on it can be. */
public final class Belonging {

  private Belonging() {}

  /** The sample as that battery's: not earlier than a year before its commissioning. */
  public static Measured of(Battery battery, Sample sample) {
    return new Measured(battery.id(), battery.earliestSample().toEpochMilli(), sample);
  }
}
