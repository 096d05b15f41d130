package ca.edsquebec.trackingbms.jobs.doctor;

import ca.edsquebec.trackingbms.jobs.console.Failure;
import ca.edsquebec.trackingbms.jobs.installation.Installation;
import ca.edsquebec.trackingbms.tenant.Migrations.SchemaStatus;
import ca.edsquebec.trackingbms.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;

/** Every schema is the one that this version needs. */
record SchemasCheck(Installation installation) implements Check {

  @Override
  public String about() {
    return "schemas";
  }

  @Override
  public List<Finding> run() {
    List<Finding> found = new ArrayList<>();
    SchemaStatus registry = installation.migrations().registryStatus();
    add(found, registry);
    int right = found.isEmpty() ? 1 : 0;
    for (Tenant tenant : installation.tenants().list()) {
      int before = found.size();
      try {
        add(found, installation.migrations().status(tenant));
      } catch (RuntimeException e) {
        found.add(
            Finding.fail(
                "schema: client %s: %s".formatted(tenant.id(), new Failure(e).sentence()),
                "restore it: tbms backup restore"));
      }
      right += found.size() == before ? 1 : 0;
    }
    found.add(0, Finding.ok("schemas: %d up to date".formatted(right)));
    return found;
  }

  private static void add(List<Finding> found, SchemaStatus status) {
    if (status.version().isEmpty()) {
      found.add(
          Finding.fail(
              "schema: database %s is not there, or empty".formatted(status.database()),
              "restore it with tbms backup restore, or make it with tbms db migrate"));
    } else if (status.pending() > 0) {
      found.add(
          Finding.fail(
              "schema: database %s is at %s, %d migrations behind"
                  .formatted(status.database(), status.version(), status.pending()),
              "tbms db migrate"));
    }
  }
}
