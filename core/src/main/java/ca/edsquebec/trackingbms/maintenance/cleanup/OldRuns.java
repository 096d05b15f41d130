package ca.edsquebec.trackingbms.maintenance.cleanup;

import ca.edsquebec.trackingbms.routine.Runs;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.Optional;

/**
 * Runs of jobs, and what the repository of Jakarta Batch has of them; where each job has a line of
 * cron of its own, nothing else deletes them.
 */
final class OldRuns implements Step {

  private final Runs runs;

  OldRuns(CleanupPlace place) {
    this.runs = new Runs(place.databases().registry(), place.clock());
  }

  @Override
  public String name() {
    return "runs";
  }

  @Override
  public Optional<Swept> sweep(Optional<TenantId> client, Mode mode) {
    if (client.isPresent()) {
      return Optional.empty();
    }
    long count = mode == Mode.LIST ? runs.countOld() : runs.forgetOld();
    return Optional.of(new Swept(name(), "runs of jobs", count, 0));
  }
}
