package ca.edsquebec.trackingbms.routine.storage;

import ca.edsquebec.trackingbms.routine.Cadence;
import ca.edsquebec.trackingbms.routine.Routine;
import ca.edsquebec.trackingbms.routine.Work;
import ca.edsquebec.trackingbms.routine.Workplace;
import ca.edsquebec.trackingbms.tenant.TenantId;
import com.google.auto.service.AutoService;

/** Each hour, after the hours were sealed. */
@AutoService(Routine.class)
public final class Rollup implements Routine {

  @Override
  public String name() {
    return "rollup";
  }

  @Override
  public String purpose() {
    return "Counts days and months from the sealed hours.";
  }

  @Override
  public Cadence cadence() {
    return Cadence.hourly(10);
  }

  @Override
  public Work begin(Workplace place) {
    Storage storage = Storage.of(place);
    return new Work() {
      @Override
      public String client(TenantId client) {
        int written = storage.rollups().update(client).orElseThrow(() -> Storage.busy(client));
        return written == 0 ? "" : "%d days and months counted".formatted(written);
      }
    };
  }
}
