package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.platform.TooSoonException;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/**
 * How many invitations go to one mailbox, whichever clients send them, and out of one client: so
 * many, each less than an hour after the one before, and then none for an hour. Counted in the
 * registry, in the transaction that queues the mail: what is rolled back does not count, and many
 * at once are no way around.
 */
final class InvitationThrottle {

  private static final int TO_ONE_MAILBOX = 3;
  private static final int OF_ONE_CLIENT = 50;
  private static final Duration PAUSE = Duration.ofHours(1);
  private static final String ORIGIN = "invitation";

  private final RegistryDatabase registry;
  private final Clock clock;

  InvitationThrottle(RegistryDatabase registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  /**
   * Counts a mail, whose address nobody else can invite until the transaction ends. To be called
   * before the transaction reads anything.
   *
   * @throws TooSoonException when there were too many
   */
  void count(EntityManager em, TenantId tenant, Email to) {
    count(em, account(to), TO_ONE_MAILBOX, "invitations to " + to.text());
    count(em, "invitations of " + tenant.slug(), OF_ONE_CLIENT, "invitations of this client");
  }

  /** Under what a person's are counted. */
  static String account(Email to) {
    return "invitations to " + to.mailbox();
  }

  private void count(EntityManager em, String account, int most, String what) {
    long now = clock.millis();
    long until =
        registry.sqlWithin(
            em,
            (connection, db) ->
                counted(new FailureTable(connection, db, SecretHash.of(account)), most, now));
    if (until > now) {
      throw new TooSoonException("too many " + what, Duration.ofMillis(until - now));
    }
  }

  /** Until when to wait; 0 when it was counted. */
  private static long counted(FailureTable table, int most, long now) throws SQLException {
    FailureTable.Count before = table.lock(ORIGIN, now);
    int sent = before.lockedUntil() > now ? before.failures() : 0;
    if (sent >= most) {
      return before.lockedUntil();
    }
    table.set(ORIGIN, sent + 1, now, now + PAUSE.toMillis());
    return 0;
  }
}
