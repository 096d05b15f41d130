package ca.edsquebec.trackingbms.notification;

import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * Messages that went out or were given up, as long as somebody may ask about them. {@link Delivery}
 * deletes them by itself wherever it runs. Safe for any number of threads, outside of any unit of
 * work.
 */
public final class SentMails {

  private static final int AT_ONCE = 1000;

  private final Databases databases;

  public SentMails(Databases databases) {
    this.databases = databases;
  }

  /**
   * @param where empty for the registry's outbox
   * @return how many were done with before that time
   */
  public long count(Optional<TenantId> where, Instant before) {
    return new OutboxTable(databases, where).countDone(before);
  }

  /** Deletes those, some at a time; returns how many. */
  public long deleteBefore(Optional<TenantId> where, Instant before) {
    OutboxTable table = new OutboxTable(databases, where);
    long all = 0;
    int some;
    do {
      some = table.deleteDone(before, AT_ONCE);
      all += some;
    } while (some == AT_ONCE);
    return all;
  }
}
