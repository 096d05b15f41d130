package ca.edsquebec.trackingbms.routine.upkeep;

import ca.edsquebec.trackingbms.maintenance.tables.Optimisation;
import ca.edsquebec.trackingbms.maintenance.tables.Outcome;
import ca.edsquebec.trackingbms.maintenance.tables.TableReport;
import ca.edsquebec.trackingbms.routine.Cadence;
import ca.edsquebec.trackingbms.routine.Routine;
import ca.edsquebec.trackingbms.routine.Work;
import ca.edsquebec.trackingbms.routine.Workplace;
import ca.edsquebec.trackingbms.tenant.TenantId;
import com.google.auto.service.AutoService;
import java.util.List;

/** Each month: tables change slowly, and a rebuild is work for the whole server. */
@AutoService(Routine.class)
public final class OptimiseRoutine implements Routine {

  @Override
  public String name() {
    return "optimise";
  }

  @Override
  public String purpose() {
    return "Analyses clients' tables, rebuilds those where that pays, and reports their sizes.";
  }

  @Override
  public Cadence cadence() {
    return Cadence.monthly(1, 4, 50);
  }

  @Override
  public Work begin(Workplace place) {
    Optimisation optimisation = new Optimisation(place.databases(), place.clock());
    return new Work() {
      @Override
      public String client(TenantId client) {
        return sentence(optimisation.run(client));
      }
    };
  }

  private static String sentence(List<TableReport> reports) {
    long bytes = reports.stream().mapToLong(one -> one.dataBytes() + one.indexBytes()).sum();
    long rebuilt = reports.stream().filter(one -> one.outcome() == Outcome.REBUILT).count();
    return "%d tables, %d bytes, %d rebuilt".formatted(reports.size(), bytes, rebuilt);
  }
}
