package ca.edsquebec.trackingbms.web.fleet;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.telemetry.Latest;
import java.time.Clock;

/** How old what is shown of a battery is. */
public final class Freshness {

  private final Clock clock;

  public Freshness(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param latest null when nothing was ever received
   * @return {@code live}, {@code stale} beyond the battery's threshold, {@code never}
   */
  public String of(Battery battery, Latest latest) {
    if (latest == null) {
      return "never";
    }
    long age = clock.millis() - latest.sample().ts();
    return age > battery.staleThreshold().toMillis() ? "stale" : "live";
  }

  /** Age of the latest sample in milliseconds; 0 at least. */
  public long ageMillis(Latest latest) {
    return Math.max(0, clock.millis() - latest.sample().ts());
  }
}
