package ca.edsquebec.trackingbms.maintenance.cleanup;

import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.platform.Settings;
import ca.edsquebec.trackingbms.tenant.Databases;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/** Where steps clean up, and by which clock. */
public record CleanupPlace(Settings settings, Databases databases, Audit audit, Clock clock) {

  /** What is from before then has been kept for the period of that setting. */
  Instant before(Setting age) {
    return before(Period.parse(settings.required(age)));
  }

  Instant before(Period age) {
    return clock.instant().atZone(ZoneOffset.UTC).minus(age).toInstant();
  }
}
