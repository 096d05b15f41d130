package ca.edsquebec.trackingbms.identity;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Checks secrets against their table, through a memory of one second: what was revoked there holds
 * within that time. Safe for any number of threads.
 */
final class SecretCheck<T> {

  private static final Duration CACHED = Duration.ofSeconds(1);
  private static final Duration UNKNOWN_CACHED = Duration.ofMinutes(1);

  @SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
  record Known<T>(T what, byte[] secretHash) {}

  private final Function<String, Optional<Known<T>>> table;
  private final RecentCache<String, Known<T>> recent;
  private final RecentCache<String, Boolean> unknown;

  /**
   * @param table finds by the public id
   */
  SecretCheck(Function<String, Optional<Known<T>>> table, Clock clock) {
    this.table = table;
    this.recent = new RecentCache<>(CACHED, 10_000, clock);
    // Apart, so that made-up ids push no real one out.
    this.unknown = new RecentCache<>(UNKNOWN_CACHED, 1_000, clock);
  }

  /** Empty when there is no such id, or its secret is another one. */
  Optional<T> check(KeyText text) {
    return known(text.id())
        .filter(known -> MessageDigest.isEqual(known.secretHash(), text.secretHash()))
        .map(Known::what);
  }

  /** It was changed: the next check asks the table. */
  void forget(String id) {
    recent.forget(id);
  }

  private Optional<Known<T>> known(String id) {
    Optional<Known<T>> remembered = recent.get(id);
    if (remembered.isPresent() || unknown.get(id).isPresent()) {
      return remembered;
    }
    long askedAt = recent.now();
    Optional<Known<T>> found = table.apply(id);
    found.ifPresentOrElse(
        known -> recent.put(id, known, askedAt), () -> unknown.put(id, true, askedAt));
    return found;
  }
}
