package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.telemetry.chunk.ChunkReader;
import ca.edsquebec.trackingbms.telemetry.chunk.ChunkWriter;
import ca.edsquebec.trackingbms.tenant.DatabaseException;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Seals one hour of some batteries in one transaction, and tries again when others interfere. */
final class HourSealer implements AutoCloseable {

  private static final int ATTEMPTS = 5;

  /** With so many failures, one of the batteries may be the reason: each goes by itself. */
  private static final int ATTEMPTS_TOGETHER = 2;

  private static final int DUPLICATE_KEY = 1062;

  private final TenantDatabase db;
  private final TenantId tenant;
  private final Clock clock;
  private final ChunkWriter writer = new ChunkWriter(SampleColumns.LAYOUT);
  private final ChunkReader reader = new ChunkReader();

  HourSealer(TenantDatabase db, TenantId tenant, Clock clock) {
    this.db = db;
    this.tenant = tenant;
    this.clock = clock;
  }

  /**
   * @param periods the storage period by battery
   */
  void seal(long hour, Map<Long, Duration> periods, Sealed.Count count) {
    HourSeal.Outcome outcome = HourSeal.Outcome.RACED;
    int attempts = periods.size() > 1 ? ATTEMPTS_TOGETHER : ATTEMPTS;
    for (int i = 0; i < attempts && outcome == HourSeal.Outcome.RACED; i++) {
      outcome = attempt(hour, periods, count);
      if (outcome == HourSeal.Outcome.RACED) {
        count.retried();
      }
    }
    if (outcome == HourSeal.Outcome.SEALED) {
      return;
    }
    if (periods.size() > 1) {
      periods.forEach((battery, period) -> seal(hour, Map.of(battery, period), count));
    } else {
      count.left(
          new Sealed.Left(
              periods.keySet().iterator().next(),
              hour,
              outcome == HourSeal.Outcome.RACED
                  ? "samples of this hour kept arriving; the next pass tries again"
                  : "more than %d samples".formatted(HourSeal.MOST_ROWS)));
    }
  }

  private HourSeal.Outcome attempt(long hour, Map<Long, Duration> periods, Sealed.Count count) {
    try {
      return db.sqlTransaction(
          tenant,
          (connection, name) -> {
            HourSeal seal =
                new HourSeal(connection, name, hour, periods, writer, reader, clock.millis());
            HourSeal.Outcome outcome = seal.run();
            if (outcome == HourSeal.Outcome.SEALED) {
              seal.tell(count);
            } else {
              connection.rollback();
            }
            return outcome;
          });
    } catch (DatabaseException e) {
      if (!e.isWorthRetrying() && e.errorNumber() != DUPLICATE_KEY) {
        throw e;
      }
      return HourSeal.Outcome.RACED;
    }
  }

  @Override
  public void close() {
    writer.close();
    reader.close();
  }
}
