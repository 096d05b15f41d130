package ca.edsquebec.trackingbms.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts what comes from one address, of IPv6 from one network, whatever account it is about, in
 * memory.
 */
final class AddressThrottle {

  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int REMEMBERED = 10_000;

  private record Count(Instant since, int attempts) {}

  private final Map<String, Count> counts = bounded();
  private final int limit;
  private final Clock clock;

  /**
   * @param limit how many in 15 minutes
   */
  AddressThrottle(int limit, Clock clock) {
    this.limit = limit;
    this.clock = clock;
  }

  /**
   * @throws SignInThrottled when there were too many
   */
  synchronized void begin(String address) {
    String sender = Origin.network(address);
    Instant now = clock.instant();
    Count count = counts.get(sender);
    boolean current = count != null && now.isBefore(count.since().plus(WINDOW));
    if (current && count.attempts() >= limit) {
      throw new SignInThrottled(Duration.between(now, count.since().plus(WINDOW)));
    }
    counts.put(
        sender, current ? new Count(count.since(), count.attempts() + 1) : new Count(now, 1));
  }

  synchronized void takeBack(String address) {
    counts.computeIfPresent(
        Origin.network(address),
        (key, count) -> new Count(count.since(), Math.max(0, count.attempts() - 1)));
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
