package ca.edsquebec.trackingbms.maintenance.health;

import java.time.Instant;
import java.util.Optional;

/** Knows when the newest backup that is complete was begun. */
@FunctionalInterface
public interface NewestBackup {

  /** Empty when there is none. */
  Optional<Instant> begunAt();
}
