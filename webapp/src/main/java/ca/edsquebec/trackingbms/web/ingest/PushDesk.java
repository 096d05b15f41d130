package ca.edsquebec.trackingbms.web.ingest;

import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.intake.Addressing;
import ca.edsquebec.trackingbms.intake.PushIntake;
import ca.edsquebec.trackingbms.web.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;

/** Where resources of foreign formats hand in what came. Safe for any number of threads. */
public final class PushDesk {

  private final PushIntake intake;
  private final BatteryDirectory directory;
  private final Clock clock;

  public PushDesk(PushIntake intake, BatteryDirectory directory, Clock clock) {
    this.intake = intake;
    this.directory = directory;
    this.clock = clock;
  }

  /** A batch for that request of that caller. */
  public PushBatch batch(Caller caller, HttpServletRequest request) {
    Addressing addressing = new Addressing(directory, caller.tenant(), caller.sending());
    return new PushBatch(intake, caller, addressing, Carried.by(request));
  }

  /** Epoch microseconds, for what carries no time. */
  public long nowMicros() {
    return clock.millis() * 1000;
  }
}
