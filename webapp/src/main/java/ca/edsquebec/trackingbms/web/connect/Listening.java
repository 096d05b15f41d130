package ca.edsquebec.trackingbms.web.connect;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.intake.FrameIntake;
import ca.edsquebec.trackingbms.telemetry.LatestState;
import ca.edsquebec.trackingbms.telemetry.Quarantine;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Looks what came of a battery within the last minute; stores nothing. */
public final class Listening {

  private static final Duration RECENT = Duration.ofMinutes(1);
  private static final int LOOKED_AT = 200;
  private static final int SHOWN = 10;

  private final LatestState latest;
  private final FrameIntake frames;
  private final Quarantine quarantine;
  private final Clock clock;

  public Listening(LatestState latest, FrameIntake frames, Quarantine quarantine, Clock clock) {
    this.latest = latest;
    this.frames = frames;
    this.quarantine = quarantine;
    this.clock = clock;
  }

  Heard heard(Viewer viewer, Battery battery) {
    Instant since = clock.instant().minus(RECENT);
    return new Heard(
        latest.latest(viewer, battery.id()).filter(one -> one.receivedAt().isAfter(since)),
        frames.heard(viewer, battery.id()).filter(one -> one.at().isAfter(since)),
        refused(viewer, battery, since));
  }

  private List<Heard.Refused> refused(Viewer viewer, Battery battery, Instant since) {
    return quarantine.recent(viewer, LOOKED_AT).stream()
        .filter(kept -> kept.batteryId().orElse(-1) == battery.id())
        .filter(kept -> kept.receivedAt().isAfter(since))
        .limit(SHOWN)
        .map(
            kept -> new Heard.Refused(kept.receivedAt().toEpochMilli(), kept.text(), kept.reason()))
        .toList();
  }
}
