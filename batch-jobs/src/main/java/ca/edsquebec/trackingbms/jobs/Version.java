package ca.edsquebec.trackingbms.jobs;

import ca.edsquebec.trackingbms.jobs.console.BuildVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code tbms --version} says. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"tbms " + BuildVersion.text()};
  }
}
