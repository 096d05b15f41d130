package ca.edsquebec.trackingbms.jobs.doctor;

import ca.edsquebec.trackingbms.jobs.installation.Installation;
import java.util.List;

/** The master key is the one of this installation. */
record MasterKeyCheck(Installation installation) implements Check {

  @Override
  public String about() {
    return "master key";
  }

  @Override
  public List<Finding> run() {
    installation.readKeys();
    return List.of(Finding.ok("master key: opens this installation's keys"));
  }
}
