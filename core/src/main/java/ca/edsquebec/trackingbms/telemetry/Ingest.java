package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Clock;
import java.util.List;

/**
 * Stores samples. What a call returns is committed: nothing acknowledged is ever lost, and whatever
 * was not acknowledged may be sent again. Safe for any number of threads; the calling thread waits
 * for the commit and must not be within a unit of work.
 */
public final class Ingest implements AutoCloseable {

  public Ingest(TenantDatabase db, LatestState latest, Clock clock) {}

  /**
   * Stores samples that are new: the newest of each battery becomes its latest.
   *
   * @param samples any order, any batteries of the tenant
   * @throws UnavailableException when the tenant's queue is full, the database is away or the
   *     commit was not seen in time; part of the samples may be stored
   */
  public Receipt store(TenantId tenant, List<Measured> samples) {
    return null;
  }

  /**
   * Stores samples of the past, as {@link #store}, without touching the latest state or telling
   * anybody who listens.
   */
  public Receipt backfill(TenantId tenant, List<Measured> samples) {
    return null;
  }

  /** Refuses new samples and waits for those queued to be stored. */
  @Override
  public void close() {}
}
