package ca.edsquebec.trackingbms.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts sign-ins that did not succeed, per account and address together and per address alone, in
 * memory. An attempt counts from its beginning, so that many at once are no way around.
 */
final class SignInThrottle {

  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int PER_ACCOUNT = 10;
  private static final int PER_ADDRESS = 100;
  private static final int REMEMBERED = 10_000;

  private record Count(Instant since, int attempts) {}

  private final Map<String, Count> accounts = bounded();
  private final Map<String, Count> addresses = bounded();
  private final Clock clock;

  SignInThrottle(Clock clock) {
    this.clock = clock;
  }

  /**
   * @throws SignInThrottled when there were too many
   */
  synchronized void begin(String account, String address) {
    Instant now = clock.instant();
    String pair = pair(account, address);
    refuse(accounts.get(pair), PER_ACCOUNT, now);
    refuse(addresses.get(address), PER_ADDRESS, now);
    accounts.compute(pair, (key, count) -> oneMore(count, now));
    addresses.compute(address, (key, count) -> oneMore(count, now));
  }

  /** The password was right. */
  synchronized void succeeded(String account, String address) {
    accounts.remove(pair(account, address));
    takeBack(addresses, address);
  }

  /** It was never found out whether the password was right. */
  synchronized void abandoned(String account, String address) {
    takeBack(accounts, pair(account, address));
    takeBack(addresses, address);
  }

  private static void takeBack(Map<String, Count> counts, String key) {
    counts.computeIfPresent(
        key, (k, count) -> new Count(count.since(), Math.max(0, count.attempts() - 1)));
  }

  private static void refuse(Count count, int limit, Instant now) {
    if (isCurrent(count, now) && count.attempts() >= limit) {
      throw new SignInThrottled(Duration.between(now, count.since().plus(WINDOW)));
    }
  }

  private static Count oneMore(Count count, Instant now) {
    return isCurrent(count, now)
        ? new Count(count.since(), count.attempts() + 1)
        : new Count(now, 1);
  }

  private static boolean isCurrent(Count count, Instant now) {
    return count != null && now.isBefore(count.since().plus(WINDOW));
  }

  private static String pair(String account, String address) {
    return account + "\n" + address;
  }

  private static Map<String, Count> bounded() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
        return size() > REMEMBERED;
      }
    };
  }
}
