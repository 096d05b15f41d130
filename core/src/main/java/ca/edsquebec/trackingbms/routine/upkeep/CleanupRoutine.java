package ca.edsquebec.trackingbms.routine.upkeep;

import ca.edsquebec.trackingbms.maintenance.cleanup.Cleaned;
import ca.edsquebec.trackingbms.maintenance.cleanup.Cleanup;
import ca.edsquebec.trackingbms.maintenance.cleanup.CleanupPlace;
import ca.edsquebec.trackingbms.maintenance.cleanup.Mode;
import ca.edsquebec.trackingbms.maintenance.cleanup.Swept;
import ca.edsquebec.trackingbms.routine.Cadence;
import ca.edsquebec.trackingbms.routine.Routine;
import ca.edsquebec.trackingbms.routine.Work;
import ca.edsquebec.trackingbms.routine.Workplace;
import ca.edsquebec.trackingbms.tenant.TenantId;
import com.google.auto.service.AutoService;
import java.time.DayOfWeek;
import java.util.stream.Collectors;

/** Each week: what is kept for weeks need not go within the day. */
@AutoService(Routine.class)
public final class CleanupRoutine implements Routine {

  @Override
  public String name() {
    return "cleanup";
  }

  @Override
  public String purpose() {
    return "Deletes logs, left-over files, old mails, refused frames, findings and audit entries.";
  }

  @Override
  public Cadence cadence() {
    return Cadence.weekly(DayOfWeek.SUNDAY, 4, 20);
  }

  @Override
  public Work begin(Workplace place) {
    return work(place, Mode.DELETE);
  }

  @Override
  public Work preview(Workplace place) {
    return work(place, Mode.LIST);
  }

  private static Work work(Workplace place, Mode mode) {
    Cleanup cleanup =
        new Cleanup(
            new CleanupPlace(place.settings(), place.databases(), place.audit(), place.clock()));
    return new Work() {
      @Override
      public String whole() {
        return sentence(cleanup.installation(mode));
      }

      @Override
      public String client(TenantId client) {
        return sentence(cleanup.client(client, mode));
      }
    };
  }

  /**
   * @throws IllegalStateException when a step failed: the run is to be seen as failed, too
   */
  private static String sentence(Cleaned cleaned) {
    if (!cleaned.failures().isEmpty()) {
      throw new IllegalStateException(String.join("; ", cleaned.failures()));
    }
    return cleaned.swept().stream()
        .filter(swept -> swept.count() > 0)
        .map(Swept::toString)
        .collect(Collectors.joining("; "));
  }
}
