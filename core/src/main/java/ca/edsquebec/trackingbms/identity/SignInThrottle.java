package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import ca.edsquebec.trackingbms.tenant.SqlWork;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Counts failures in a row, in the registry, so that they survive a restart. An attempt counts from
 * its beginning: many at once are no way around. Two counts: what comes from one place, and
 * everything from places that the account's owner was never seen at. The second grows to a quarter
 * of an hour at most and does not hold for known devices: nobody can lock the owner out for good.
 */
final class SignInThrottle {

  /**
   * @param free failures that cost nothing; each further one doubles the wait
   */
  private record Limit(String origin, int free, Duration longest) {

    /** How long nobody may try after that many failures. */
    private Duration wait(int failures) {
      if (failures < free) {
        return Duration.ZERO;
      }
      Duration grown = FIRST.multipliedBy(1L << Math.min(failures - free, 16));
      return grown.compareTo(longest) < 0 ? grown : longest;
    }
  }

  private static final String ANYWHERE = "";
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final int PER_ADDRESS = 100;

  private final RegistryDatabase registry;
  private final AddressThrottle addresses;
  private final Clock clock;

  SignInThrottle(RegistryDatabase registry, Clock clock) {
    this.registry = registry;
    this.addresses = new AddressThrottle(PER_ADDRESS, clock);
    this.clock = clock;
  }

  /**
   * @param account what tells accounts apart, whether it exists or not
   * @throws SignInThrottled when there were too many
   */
  void begin(String account, Origin origin) {
    addresses.begin(origin.address());
    Duration wait = transaction(account, table -> begun(table, limits(origin)));
    if (!wait.isZero()) {
      addresses.takeBack(origin.address());
      throw new SignInThrottled(wait);
    }
  }

  /** It was right. */
  void succeeded(String account, Origin origin) {
    addresses.takeBack(origin.address());
    transaction(
        account,
        table -> {
          for (Limit limit : limits(origin)) {
            table.set(limit.origin(), 0, clock.millis(), 0);
          }
          return null;
        });
  }

  /** It was never found out whether it was right. */
  void abandoned(String account, Origin origin) {
    addresses.takeBack(origin.address());
    transaction(
        account,
        table -> {
          for (Limit limit : limits(origin)) {
            int failures = table.lock(limit.origin(), clock.millis()).failures();
            table.set(limit.origin(), Math.max(0, failures - 1), clock.millis(), 0);
          }
          return null;
        });
  }

  /** Begins anew for that account, wherever its failures came from. */
  void unlock(String account) {
    transaction(
        account,
        table -> {
          table.clear(clock.millis());
          return null;
        });
  }

  private static List<Limit> limits(Origin origin) {
    Limit here = new Limit(origin.text(), 10, Duration.ofHours(1));
    return origin.isKnown()
        ? List.of(here)
        : List.of(here, new Limit(ANYWHERE, 50, Duration.ofMinutes(15)));
  }

  /** How long to wait; zero when the attempt was counted. */
  private Duration begun(FailureTable table, List<Limit> limits) throws java.sql.SQLException {
    long now = clock.millis();
    long lockedUntil = 0;
    int[] failures = new int[limits.size()];
    for (int i = 0; i < failures.length; i++) {
      FailureTable.Count count = table.lock(limits.get(i).origin(), now);
      failures[i] = count.failures() + 1;
      lockedUntil = Math.max(lockedUntil, count.lockedUntil());
    }
    if (lockedUntil > now) {
      return Duration.ofMillis(lockedUntil - now);
    }
    for (int i = 0; i < failures.length; i++) {
      Duration wait = limits.get(i).wait(failures[i]);
      table.set(
          limits.get(i).origin(), failures[i], now, wait.isZero() ? 0 : now + wait.toMillis());
    }
    return Duration.ZERO;
  }

  private interface Work<T> {
    T on(FailureTable table) throws java.sql.SQLException;
  }

  /** Once more when two programs stood in each other's way. */
  private <T> T transaction(String account, Work<T> work) {
    SqlWork<T> sql =
        (connection, db) -> work.on(new FailureTable(connection, db, SecretHash.of(account)));
    return Retry.once(() -> registry.sqlTransaction(sql));
  }
}
