package ca.edsquebec.trackingbms.web.security;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * So many requests a second from each, 20 seconds' worth of them at once. Of each sender it
 * remembers one number, the time until which its requests are paid for (the generic cell rate
 * algorithm); who has nothing to pay is forgotten without loss. Any number of threads, no locks.
 */
final class RateLimit {

  private static final long BURST = TimeUnit.SECONDS.toNanos(20);
  private static final int MOST = 50_000;
  private static final int KEPT = MOST * 3 / 4;

  private final long cost;
  private final LongSupplier nanoTime;
  private final ConcurrentMap<String, AtomicLong> paidUntil = new ConcurrentHashMap<>();
  private final AtomicBoolean sweeping = new AtomicBoolean();

  RateLimit(int perSecond, LongSupplier nanoTime) {
    this.cost = TimeUnit.SECONDS.toNanos(1) / perSecond;
    this.nanoTime = nanoTime;
  }

  /**
   * Counts one request.
   *
   * @return nanoseconds to wait before the next try; 0 when it may go on
   */
  long take(String sender) {
    long now = nanoTime.getAsLong();
    AtomicLong cell = paidUntil.get(sender);
    if (cell == null) {
      cell = paidUntil.computeIfAbsent(sender, unknown -> new AtomicLong(now));
      sweepWhenFull(now);
    }
    while (true) {
      long before = cell.get();
      long after = (before - now > 0 ? before : now) + cost;
      long over = after - now - BURST;
      if (over > 0) {
        return over;
      }
      if (cell.compareAndSet(before, after)) {
        return 0;
      }
    }
  }

  int remembered() {
    return paidUntil.size();
  }

  // A quarter at a time, so that a flood of senders pays for it once in a while and not each time.
  private void sweepWhenFull(long now) {
    if (paidUntil.size() <= MOST || !sweeping.compareAndSet(false, true)) {
      return;
    }
    try {
      paidUntil.values().removeIf(until -> until.get() - now <= 0);
      var left = paidUntil.keySet().iterator();
      for (int i = paidUntil.size(); i > KEPT && left.hasNext(); i--) {
        left.next();
        left.remove();
      }
    } finally {
      sweeping.set(false);
    }
  }
}
