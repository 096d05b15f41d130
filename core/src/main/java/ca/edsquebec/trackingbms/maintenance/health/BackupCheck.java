package ca.edsquebec.trackingbms.maintenance.health;

import ca.edsquebec.trackingbms.platform.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How old the newest complete backup is; there is to be one each night. */
final class BackupCheck implements Check {

  private static final Duration OLD = Duration.ofHours(26);
  private static final Duration TOO_OLD = Duration.ofHours(50);

  private final Surroundings around;

  BackupCheck(Surroundings around) {
    this.around = around;
  }

  @Override
  public String name() {
    return "backup";
  }

  @Override
  public List<Finding> look() {
    if (around.settings().text(Setting.TBMS_BACKUP_DIR).isEmpty()) {
      return List.of(Finding.unknown(name(), "not-set"));
    }
    return List.of(judge(around.backups().begunAt(), around.clock().instant()));
  }

  static Finding judge(Optional<Instant> newest, Instant now) {
    if (newest.isEmpty()) {
      return Finding.of("backup", Status.FAIL, "none", Measure.NONE);
    }
    Duration age = Duration.between(newest.get(), now);
    Measure measure = Measure.seconds(age, OLD);
    if (age.compareTo(OLD) <= 0) {
      return Finding.of("backup", Status.OK, "ok", measure);
    }
    Status status = age.compareTo(TOO_OLD) > 0 ? Status.FAIL : Status.WARN;
    return Finding.of("backup", status, "old", measure);
  }
}
