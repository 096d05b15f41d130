package ca.edsquebec.trackingbms.routine.storage;

import ca.edsquebec.trackingbms.routine.Cadence;
import ca.edsquebec.trackingbms.routine.Routine;
import ca.edsquebec.trackingbms.routine.Work;
import ca.edsquebec.trackingbms.routine.Workplace;
import ca.edsquebec.trackingbms.telemetry.Sealed;
import ca.edsquebec.trackingbms.telemetry.Sealing;
import ca.edsquebec.trackingbms.tenant.TenantId;
import com.google.auto.service.AutoService;

/** Each hour, once its last samples have come. */
@AutoService(Routine.class)
public final class Seal implements Routine {

  @Override
  public String name() {
    return "seal";
  }

  @Override
  public String purpose() {
    return "Moves samples of closed hours into chunks.";
  }

  @Override
  public Cadence cadence() {
    return Cadence.hourly((int) Sealing.SETTLE.toMinutes() + 1);
  }

  @Override
  public Work begin(Workplace place) {
    Storage storage = Storage.of(place);
    return new Work() {
      @Override
      public String client(TenantId client) {
        Sealed sealed = storage.sealing().seal(client).orElseThrow(() -> Storage.busy(client));
        if (!sealed.left().isEmpty()) {
          throw new IllegalStateException(left(sealed));
        }
        return sealed.hours() == 0
            ? ""
            : "%d hours with %d samples sealed".formatted(sealed.hours(), sealed.samples());
      }
    };
  }

  private static String left(Sealed sealed) {
    Sealed.Left first = sealed.left().get(0);
    return "%d hours stay as rows, that of battery %d at %d because %s"
        .formatted(sealed.left().size(), first.batteryId(), first.hour(), first.reason());
  }
}
