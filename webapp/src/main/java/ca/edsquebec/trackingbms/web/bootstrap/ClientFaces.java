package ca.edsquebec.trackingbms.web.bootstrap;

import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.client.Export;
import ca.edsquebec.trackingbms.client.Keeping;
import ca.edsquebec.trackingbms.client.Looks;
import ca.edsquebec.trackingbms.client.Quotas;
import ca.edsquebec.trackingbms.client.SampleMeter;
import ca.edsquebec.trackingbms.client.Standing;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.telemetry.SampleExport;
import ca.edsquebec.trackingbms.tenant.Databases;
import java.time.Clock;
import java.util.List;

/** What is said of clients as a whole, put together. */
record ClientFaces(Looks looks, Keeping keeping, Standing standing, Quotas quotas, Export export) {

  static ClientFaces of(
      Databases databases,
      BatteryDirectory directory,
      SampleMeter meter,
      Audit audit,
      Clock clock) {
    return new ClientFaces(
        new Looks(databases.registry(), databases.tenants(), audit),
        new Keeping(databases.registry(), databases.retentionPeriods(), audit),
        new Standing(databases.registry(), databases.tenants(), audit, clock),
        new Quotas(
            databases.registry(),
            databases.tenantDatabase(),
            databases.tenants(),
            meter,
            audit,
            clock),
        new Export(
            databases.registry(),
            databases.tenantDatabase(),
            databases.tenants(),
            List.of(new SampleExport(databases.tenantDatabase(), directory, clock)),
            audit,
            clock));
  }
}
