package ca.edsquebec.trackingbms.maintenance.cleanup;

import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cleans up the installation, and each client. May be stopped in the middle and repeated, by
 * several programs at once too. Safe for any number of threads, none of which may be within a unit
 * of work.
 */
public final class Cleanup {

  private static final Logger LOG = LoggerFactory.getLogger(Cleanup.class);

  private final List<Step> steps;

  public Cleanup(CleanupPlace place) {
    this(steps(place));
  }

  Cleanup(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /** All there are, in the order in which they are done. */
  private static List<Step> steps(CleanupPlace place) {
    return List.of(
        new LogFiles(place),
        new LeftoverFiles(place),
        new DoneMails(place),
        new RefusedFrames(place),
        new OldHealth(place),
        new OldRuns(place),
        new OldSignIns(place),
        new OldAudit(place));
  }

  /** What belongs to no client; a step that fails does not stop the others. */
  public Cleaned installation(Mode mode) {
    return sweep(Optional.empty(), mode);
  }

  /** What belongs to a client; a step that fails does not stop the others. */
  public Cleaned client(TenantId client, Mode mode) {
    return sweep(Optional.of(client), mode);
  }

  private Cleaned sweep(Optional<TenantId> client, Mode mode) {
    List<Swept> swept = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    for (Step step : steps) {
      try {
        step.sweep(client, mode).ifPresent(swept::add);
      } catch (BusyException lost) {
        throw lost;
      } catch (RuntimeException e) {
        LOG.warn("the clean-up of {} failed", step.name(), e);
        failures.add(step.name() + ": " + e.getMessage());
      }
    }
    return new Cleaned(swept, failures);
  }
}
