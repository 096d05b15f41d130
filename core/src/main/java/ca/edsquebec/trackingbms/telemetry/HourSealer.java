package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.telemetry.chunk.ChunkReader;
import ca.edsquebec.trackingbms.telemetry.chunk.ChunkWriter;
import ca.edsquebec.trackingbms.tenant.DatabaseException;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals one hour of some batteries in one transaction, and tries again when others interfere. */
final class HourSealer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HourSealer.class);

  private static final int ATTEMPTS = 5;

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
   * What can't be sealed stays as rows and is told in the count; it keeps no other battery waiting.
   *
   * @param periods the storage period by battery
   */
  void seal(long hour, Map<Long, Duration> periods, Sealed.Count count) {
    int attempts = periods.size() > 1 ? ATTEMPTS_TOGETHER : ATTEMPTS;
    String reason = "samples of this hour kept arriving; the next pass tries again";
    for (int failed = 0; failed < attempts; ) {
      try {
        HourSeal.Outcome outcome = attempt(hour, periods, count);
        if (outcome == HourSeal.Outcome.SEALED) {
          return;
        }
        if (outcome == HourSeal.Outcome.TOO_MANY_ROWS) {
          break;
        }
        failed += outcome == HourSeal.Outcome.RACED ? 1 : 0;
      } catch (BusyException | UnavailableException e) {
        throw e;
      } catch (RuntimeException e) {
        reason = e.toString();
        if (periods.size() == 1) {
          LOG.error("the hour {} of {} in {} can't be sealed", hour, periods, tenant, e);
        }
        break;
      }
    }
    if (periods.size() > 1) {
      // One of them may be the reason: each goes by itself.
      periods.forEach((battery, period) -> seal(hour, Map.of(battery, period), count));
    } else {
      count.left(new Sealed.Left(periods.keySet().iterator().next(), hour, reason));
    }
  }

  private HourSeal.Outcome attempt(long hour, Map<Long, Duration> periods, Sealed.Count count) {
    HourSeal.Outcome outcome = HourSeal.Outcome.RACED;
    try {
      outcome = transaction(hour, periods, count);
    } catch (DatabaseException e) {
      if (!e.isWorthRetrying() && e.errorNumber() != DUPLICATE_KEY) {
        throw e;
      }
    }
    if (outcome == HourSeal.Outcome.RACED) {
      count.retried();
    }
    return outcome;
  }

  private HourSeal.Outcome transaction(long hour, Map<Long, Duration> periods, Sealed.Count count) {
    HourSeal[] committed = new HourSeal[1];
    HourSeal.Outcome outcome =
        db.sqlTransaction(
            tenant,
            (connection, name) -> {
              HourSeal seal =
                  new HourSeal(connection, name, hour, periods, writer, reader, clock.millis());
              HourSeal.Outcome end = seal.run();
              if (end.isToCommit()) {
                committed[0] = seal;
              } else {
                connection.rollback();
              }
              return end;
            });
    if (committed[0] != null) {
      committed[0].tell(count);
    }
    return outcome;
  }

  @Override
  public void close() {
    writer.close();
    reader.close();
  }
}
