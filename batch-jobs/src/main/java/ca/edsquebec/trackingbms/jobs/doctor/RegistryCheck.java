package ca.edsquebec.trackingbms.jobs.doctor;

import ca.edsquebec.trackingbms.jobs.installation.Installation;
import java.util.List;

/** The database server answers and has a registry. */
record RegistryCheck(Installation installation) implements Check {

  @Override
  public String about() {
    return "database";
  }

  @Override
  public List<Finding> run() {
    int clients = installation.tenants().list().size();
    return List.of(Finding.ok("database: reached, %d clients".formatted(clients)));
  }
}
