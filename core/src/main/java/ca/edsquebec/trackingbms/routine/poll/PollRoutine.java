package ca.edsquebec.trackingbms.routine.poll;

import ca.edsquebec.trackingbms.client.SampleMeter;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.intake.FrameIntake;
import ca.edsquebec.trackingbms.intake.InstalledConnectors;
import ca.edsquebec.trackingbms.intake.pull.PullRound;
import ca.edsquebec.trackingbms.platform.OutboundGuard;
import ca.edsquebec.trackingbms.platform.Setting;
import ca.edsquebec.trackingbms.routine.Cadence;
import ca.edsquebec.trackingbms.routine.Routine;
import ca.edsquebec.trackingbms.routine.Work;
import ca.edsquebec.trackingbms.routine.Workplace;
import ca.edsquebec.trackingbms.telemetry.Ingest;
import ca.edsquebec.trackingbms.telemetry.LatestState;
import ca.edsquebec.trackingbms.telemetry.Quarantine;
import ca.edsquebec.trackingbms.telemetry.Trends;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import com.google.auto.service.AutoService;
import java.time.Clock;
import java.util.List;

/** Each five minutes, all clients' devices in one round: the portal asks more often, if it runs. */
@AutoService(Routine.class)
public final class PollRoutine implements Routine {

  @Override
  public String name() {
    return "poll";
  }

  @Override
  public String purpose() {
    return "Asks devices whose data is stale while the portal does not run.";
  }

  @Override
  public Cadence cadence() {
    return Cadence.everyMinutes(5);
  }

  @Override
  public Work begin(Workplace place) {
    return new Work() {
      @Override
      public String whole() {
        List<TenantId> clients =
            place.databases().tenants().list().stream()
                .filter(this::concerns)
                .map(Tenant::id)
                .toList();
        return told(round(place, clients));
      }
    };
  }

  private static String told(PullRound.Report report) {
    String done =
        report.asked() == 0
            ? ""
            : "%d of %d stale devices read".formatted(report.read(), report.asked());
    if (!report.failures().isEmpty()) {
      throw new IllegalStateException(
          "devices of these clients were not asked: %s; %s".formatted(report.failures(), done));
    }
    return done;
  }

  // Samples go into the database as the portal would put them there, which does not run then.
  private static PullRound.Report round(Workplace place, List<TenantId> clients) {
    Databases databases = place.databases();
    TenantDatabase db = databases.tenantDatabase();
    Clock clock = place.clock();
    Fleet fleet = new Fleet(db, InstalledConnectors::check, place.audit(), clock);
    OutboundGuard guard =
        new OutboundGuard(place.settings().flag(Setting.TBMS_ALLOW_PRIVATE_ADDRESSES));
    try (SampleMeter meter = new SampleMeter(databases.registry(), databases.tenants(), clock);
        LatestState latest = new LatestState(db, List.of(), clock);
        Trends trends = new Trends(db, clock);
        Ingest ingest = new Ingest(db, latest, trends, meter, clock);
        PullRound round =
            new PullRound(
                databases,
                new BatteryDirectory(fleet, clock),
                latest,
                guard,
                new FrameIntake(ingest, latest, new Quarantine(db, clock), clock),
                clock)) {
      return round.run(clients);
    }
  }
}
