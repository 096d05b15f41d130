package ca.edsquebec.trackingbms.routine.storage;

import ca.edsquebec.trackingbms.routine.Cadence;
import ca.edsquebec.trackingbms.routine.Routine;
import ca.edsquebec.trackingbms.routine.Work;
import ca.edsquebec.trackingbms.routine.Workplace;
import ca.edsquebec.trackingbms.telemetry.Expired;
import ca.edsquebec.trackingbms.tenant.TenantId;
import com.google.auto.service.AutoService;

/** Each night: what is kept for years need not go within the hour. */
@AutoService(Routine.class)
public final class Expire implements Routine {

  @Override
  public String name() {
    return "expire";
  }

  @Override
  public String purpose() {
    return "Deletes samples that were kept for as long as their client keeps them.";
  }

  @Override
  public Cadence cadence() {
    return Cadence.daily(3, 40);
  }

  @Override
  public Work begin(Workplace place) {
    Storage storage = Storage.of(place);
    return new Work() {
      @Override
      public String client(TenantId client) {
        Expired expired = storage.retention().apply(client).orElseThrow(() -> Storage.busy(client));
        return expired.samples() == 0
            ? ""
            : "%d samples of %d hours deleted".formatted(expired.samples(), expired.hours());
      }
    };
  }
}
