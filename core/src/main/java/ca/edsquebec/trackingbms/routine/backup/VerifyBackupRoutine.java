package ca.edsquebec.trackingbms.routine.backup;

import ca.edsquebec.trackingbms.routine.Cadence;
import ca.edsquebec.trackingbms.routine.Routine;
import ca.edsquebec.trackingbms.routine.Work;
import ca.edsquebec.trackingbms.routine.Workplace;
import com.google.auto.service.AutoService;
import java.time.DayOfWeek;

/** Each week: a backup that nobody restored yet is a hope. */
@AutoService(Routine.class)
public final class VerifyBackupRoutine implements Routine {

  @Override
  public String name() {
    return "verify-backup";
  }

  @Override
  public String purpose() {
    return "Restores the newest backup of every place on trial and compares all of it.";
  }

  @Override
  public Cadence cadence() {
    return Cadence.weekly(DayOfWeek.SUNDAY, 3, 0);
  }

  @Override
  public Work begin(Workplace place) {
    Faces faces = Faces.of(place);
    return new PlaceWork(place.settings(), place.databases().spare(), faces::verify);
  }
}
