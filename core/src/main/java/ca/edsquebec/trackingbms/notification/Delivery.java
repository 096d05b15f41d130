package ca.edsquebec.trackingbms.notification;

import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.secret.SecretBox;
import ca.edsquebec.trackingbms.tenant.DatabaseException;
import ca.edsquebec.trackingbms.tenant.Databases;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the outboxes of the registry and of all clients into a channel. Any number of programs
 * may do so at once: a message is claimed before it is sent.
 *
 * <p>Nothing that was queued is lost, and nothing is sent twice while channel and database are only
 * away or refuse. Twice can happen when a program dies, or the line breaks, between the end of a
 * message and the answer to it; then it has the same {@link Notice#uid}.
 */
public final class Delivery implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  /** So many of one outbox, then it is another's turn. */
  private static final int TURN = 10;

  /** Who was written to, and the answer, is kept for so long. */
  private static final Duration KEPT = Duration.ofDays(30);

  private static final Duration BETWEEN_DELETIONS = Duration.ofHours(1);
  private static final int DELETED_AT_ONCE = 1000;
  private static final Duration DATABASE_AWAY = Duration.ofSeconds(30);

  private final Databases databases;
  private final Courier courier;
  private final Channel channel;
  private final Clock clock;
  private final Visits visits = new Visits();
  private final Map<Optional<TenantId>, Instant> deletedAt = new HashMap<>();
  private Instant clientsKnownAt = Instant.MIN;
  private volatile boolean closed;

  /**
   * @param dailyQuota mails on a day of UTC at most, of all programs together
   */
  public Delivery(
      Databases databases, SecretBox box, Channel channel, int dailyQuota, Clock clock) {
    this.databases = databases;
    this.channel = channel;
    this.clock = clock;
    Quota quota = new Quota(databases.registry(), dailyQuota, clock);
    this.courier = new Courier(box, channel, quota, clock);
  }

  /**
   * Looks into an outbox at once when something is queued there in this program.
   *
   * @param wake called after each such commit, by its thread; must not block
   */
  public void listenTo(Outbox outbox, Runnable wake) {
    outbox.whenQueued(
        where -> {
          visits.now(where);
          wake.run();
        });
  }

  /**
   * Delivers all that is due, then returns; to be called every few seconds, and when woken. Throws
   * nothing: what fails is logged and tried again.
   */
  public synchronized void flush() {
    try {
      if (!closed && courier.isReady()) {
        knowClients();
        rounds();
      }
    } catch (UnavailableException away) {
      LOG.warn("mails wait: {}", away.getMessage());
    } finally {
      channel.rest();
    }
  }

  /** As {@link #flush}, and looks into every outbox now: for a program that does not stay. */
  public synchronized void sweep() {
    clientsKnownAt = Instant.MIN;
    try {
      knowClients();
      visits.all();
    } catch (UnavailableException away) {
      LOG.warn("mails wait: {}", away.getMessage());
      return;
    }
    flush();
  }

  private void knowClients() {
    Instant now = clock.instant();
    if (clientsKnownAt.plus(Visits.IDLE_CLIENT).isAfter(now)) {
      return;
    }
    visits.know(
        databases.tenants().list().stream()
            .filter(tenant -> tenant.status() == Tenant.Status.ACTIVE)
            .map(Tenant::id)
            .toList(),
        now);
    clientsKnownAt = now;
  }

  private void rounds() {
    List<Optional<TenantId>> due = visits.begin(clock.instant());
    while (!due.isEmpty()) {
      due.forEach(this::visit);
      due = closed || !courier.isReady() ? List.of() : visits.begin(clock.instant());
    }
  }

  private void visit(Optional<TenantId> where) {
    Instant now = clock.instant();
    try {
      if (closed || !courier.isReady()) {
        visits.plan(where, now);
        return;
      }
      look(where, now);
    } catch (UnavailableException away) {
      LOG.warn("mails of {} wait: {}", name(where), away.getMessage());
      visits.plan(where, now.plus(DATABASE_AWAY));
    } catch (NotFoundException gone) {
      LOG.info("no mails of {} any more: {}", name(where), gone.getMessage());
    } catch (DatabaseException e) {
      // Such as a client whose schema waits for its migration: the others get theirs.
      LOG.warn("mails of {} wait until the next look: {}", name(where), e.getMessage());
      visits.plan(where, now.plus(Visits.IDLE_CLIENT));
    }
  }

  private void look(Optional<TenantId> where, Instant now) {
    OutboxTable table = new OutboxTable(databases, where);
    deleteOld(where, table);
    List<String> due = table.due(now, TURN);
    boolean passes = true;
    for (String uid : due) {
      passes = passes && !closed && courier.carry(table, where, uid);
    }
    table.next().ifPresent(at -> visits.notAfter(where, at));
    courier.closedUntil(where).ifPresent(at -> visits.plan(where, at));
  }

  private void deleteOld(Optional<TenantId> where, OutboxTable table) {
    Instant now = clock.instant();
    if (deletedAt.getOrDefault(where, Instant.MIN).plus(BETWEEN_DELETIONS).isBefore(now)) {
      table.deleteDone(now.minus(KEPT), DELETED_AT_ONCE);
      deletedAt.put(where, now);
    }
  }

  static String name(Optional<TenantId> where) {
    return where.map(tenant -> "client " + tenant).orElse("the installation");
  }

  /** Stops what is under way, soon; nothing is lost by it. */
  @Override
  public void close() {
    closed = true;
    channel.close();
  }
}
