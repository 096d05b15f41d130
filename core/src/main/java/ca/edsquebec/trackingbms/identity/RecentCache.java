package ca.edsquebec.trackingbms.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers answers for a short while; bounded in size. Safe for any number of threads. */
final class RecentCache<K, V> {

  private record Entry<V>(V value, long readAt) {}

  private final Map<K, Entry<V>> entries = new ConcurrentHashMap<>();
  private final Duration maxAge;
  private final int maxSize;
  private final Clock clock;

  RecentCache(Duration maxAge, int maxSize, Clock clock) {
    this.maxAge = maxAge;
    this.maxSize = maxSize;
    this.clock = clock;
  }

  /** Empty when nothing is remembered, or too long ago. */
  Optional<V> get(K key) {
    Entry<V> entry = entries.get(key);
    return entry != null && isFresh(entry) ? Optional.of(entry.value()) : Optional.empty();
  }

  /**
   * @param askedAt {@link #now} before the answer was asked for: it may be that old already
   */
  void put(K key, V value, long askedAt) {
    if (entries.size() >= maxSize) {
      entries.values().removeIf(entry -> !isFresh(entry));
    }
    // All are fresh: under such a load forgetting costs a question each, growing costs the memory.
    if (entries.size() >= maxSize) {
      entries.clear();
    }
    entries.put(key, new Entry<>(value, askedAt));
  }

  void forget(K key) {
    entries.remove(key);
  }

  long now() {
    return clock.millis();
  }

  // A clock that was set back makes the age negative: then nothing is fresh.
  private boolean isFresh(Entry<V> entry) {
    long age = now() - entry.readAt();
    return age >= 0 && age < maxAge.toMillis();
  }
}
