package ca.edsquebec.trackingbms.routine.backup;

import ca.edsquebec.trackingbms.routine.Cadence;
import ca.edsquebec.trackingbms.routine.Routine;
import ca.edsquebec.trackingbms.routine.Work;
import ca.edsquebec.trackingbms.routine.Workplace;
import com.google.auto.service.AutoService;

/** Each night: a backup of the registry and of every client, and its copy elsewhere. */
@AutoService(Routine.class)
public final class BackupRoutine implements Routine {

  @Override
  public String name() {
    return "backup";
  }

  @Override
  public String purpose() {
    return "Backs up the registry and every client, rotates, and copies backups elsewhere.";
  }

  @Override
  public Cadence cadence() {
    return Cadence.daily(2, 0);
  }

  @Override
  public Work begin(Workplace place) {
    Faces faces = Faces.of(place);
    return new PlaceWork(place.settings(), place.databases().spare(), faces::create);
  }
}
