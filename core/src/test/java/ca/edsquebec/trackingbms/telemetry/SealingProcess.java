package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.platform.Settings;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.HashMap;
import java.util.Map;

/** A program that seals and counts again and again, until it is killed. */
final class SealingProcess {

  private SealingProcess() {}

  /**
   * @param args the tenant
   */
  public static void main(String[] args) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.keySet().removeIf(name -> !name.startsWith("TBMS_"));
    TenantId tenant = new TenantId(args[0]);
    try (Databases databases = Databases.open(Settings.from(environment), Setting.TBMS_JOB_POOL);
        Telemetry telemetry = new Telemetry(databases)) {
      while (!Thread.currentThread().isInterrupted()) {
        // Without the lease: the one that was killed would keep it for two minutes.
        if (telemetry.sealing(Telemetry.NOW).seal(tenant, () -> {}).hours() > 0) {
          System.out.println("sealed");
        }
      }
    }
  }
}
