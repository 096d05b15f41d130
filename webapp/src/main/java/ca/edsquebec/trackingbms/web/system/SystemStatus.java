package ca.edsquebec.trackingbms.web.system;

import ca.edsquebec.trackingbms.maintenance.health.Health;
import ca.edsquebec.trackingbms.maintenance.health.HealthCheck;
import ca.edsquebec.trackingbms.maintenance.tables.ClientSize;
import ca.edsquebec.trackingbms.maintenance.tables.ClientSizes;
import ca.edsquebec.trackingbms.routine.Routine;
import ca.edsquebec.trackingbms.routine.Routines;
import ca.edsquebec.trackingbms.routine.Run;
import ca.edsquebec.trackingbms.routine.Runs;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.Tenants;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that there is to say of the installation, put together from the faces that know it. */
public final class SystemStatus {

  /** A job and how its last run went. */
  record Job(String name, String cadence, Optional<Run> last) {}

  /** A client and what its database takes; empty until that was measured. */
  record Client(Tenant tenant, Optional<ClientSize> size) {}

  /** As of now, but for the checks: as of the last one. */
  record Seen(Health health, List<Job> jobs, List<Client> clients) {}

  private final HealthCheck health;
  private final Runs runs;
  private final Tenants tenants;
  private final ClientSizes sizes;

  public SystemStatus(HealthCheck health, Runs runs, Tenants tenants, ClientSizes sizes) {
    this.health = health;
    this.runs = runs;
    this.tenants = tenants;
    this.sizes = sizes;
  }

  Seen see() {
    Map<String, ClientSize> known = sizes.all();
    return new Seen(
        health.last(),
        Routines.installed().stream().map(this::job).toList(),
        tenants.list().stream()
            .map(tenant -> new Client(tenant, Optional.ofNullable(known.get(tenant.id().slug()))))
            .toList());
  }

  private Job job(Routine routine) {
    return new Job(routine.name(), routine.cadence().toString(), runs.last(routine.name()));
  }

  void check() {
    health.run();
  }
}
