package ca.edsquebec.trackingbms.web.bench;

import java.time.Duration;
import java.util.Locale;

/**
 * Lets the portal's JVM compile what will be measured: after a start, and with two processors for
 * all of it, its first ten thousands of requests take up to ten times what they take later on.
 */
final class WarmUp {

  private static final int SINGLES = 8_000;
  private static final int HUNDREDS = 30_000;
  private static final Duration ENOUGH = Duration.ofSeconds(40);
  private static final double SETTLED = 0.9;

  private WarmUp() {}

  /** Returns when a further turn is hardly faster than the one before, or it has been enough. */
  static void run(Bench bench) throws Exception {
    BenchClient client = bench.thousand();
    long begun = System.nanoTime();
    double before = Double.MAX_VALUE;
    double now = turn(bench, client);
    while (now < SETTLED * before && System.nanoTime() - begun < ENOUGH.toNanos()) {
      before = now;
      now = turn(bench, client);
    }
    System.out.printf(Locale.ROOT, "warm after %.0f s%n", (System.nanoTime() - begun) / 1e9);
  }

  /** CPU seconds that it took, which other programs on the machine change less than the time. */
  private static double turn(Bench bench, BenchClient client) throws Exception {
    double used = 0;
    for (int size : new int[] {1, 100}) {
      int samples = size == 1 ? SINGLES : HUNDREDS;
      PortalPosts posts =
          PortalPosts.fresh(bench, client, client.next(samples), size, size == 1 ? 32 : 8);
      used +=
          bench.processes().measure(posts, bench.database()).cpuSeconds().values().stream()
              .mapToDouble(s -> s)
              .sum();
      posts.check();
    }
    return used;
  }
}
