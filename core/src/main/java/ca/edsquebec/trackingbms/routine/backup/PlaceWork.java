package ca.edsquebec.trackingbms.routine.backup;

import ca.edsquebec.trackingbms.maintenance.backup.Place;
import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.platform.Settings;
import ca.edsquebec.trackingbms.routine.Work;
import ca.edsquebec.trackingbms.tenant.SpareConnection;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The registry, then every client that is there, suspended and hidden ones too.
 *
 * @param beside for the dump program or the database of a trial
 */
record PlaceWork(Settings settings, SpareConnection beside, Step step) implements Work {

  /** Done for a place; tells what it did. */
  @FunctionalInterface
  interface Step {
    String run(Place place) throws IOException;
  }

  @Override
  public String whole() {
    // The health check says what to do about it.
    return isOn() ? run(Place.REGISTRY) : "TBMS_BACKUP_DIR is not set: nothing is backed up";
  }

  @Override
  public String client(TenantId client) {
    return run(Place.of(client));
  }

  @Override
  public boolean concerns(Tenant client) {
    return isOn()
        && client.status() != Tenant.Status.ERASING
        && client.status() != Tenant.Status.PROVISIONING;
  }

  @Override
  public void close() {
    beside.close();
  }

  private boolean isOn() {
    return settings.text(Setting.TBMS_BACKUP_DIR).isPresent();
  }

  private String run(Place place) {
    try {
      return step.run(place);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }
}
