package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The last 24 hours in slots of 5 minutes, in memory for the clients that somebody looks at: read
 * from the database at the first question, then kept current by every sample that is stored, also
 * of the past. A slot has the values of its earliest sample, so that it is the same however it was
 * filled. Samples whose sender's clock was ahead are left out.
 *
 * <p>Safe for any number of threads. A question waits for the database at most a second, and not at
 * all when more than 50 batteries are missing: the answer then says that it is not complete. What
 * nobody asked for within 30 minutes is forgotten.
 */
public final class Trends implements AutoCloseable {

  public static final Duration SLOT = Duration.ofMinutes(5);

  /** Those of 24 hours, and the running one. */
  public static final int SLOTS = 289;

  private static final Duration KEPT_UNASKED = Duration.ofMinutes(30);

  private final Clock clock;
  private final TrendLoader loader;
  private final Map<TenantId, TrendBoard> boards = new ConcurrentHashMap<>();

  public Trends(TenantDatabase db, Clock clock) {
    this.clock = clock;
    this.loader = new TrendLoader(new TrendTable(db), clock);
  }

  /** The first slot of an answer given now. */
  static int firstSlot(long nowMillis) {
    return TrendRing.slotOf(nowMillis) - SLOTS + 1;
  }

  /**
   * @param batteryId internal id of a battery that the caller has looked up
   * @throws NotFoundException when it is out of the viewer's scope
   */
  public Trend of(Viewer viewer, long batteryId) {
    if (!viewer.scope().includes(batteryId)) {
      throw new NotFoundException("battery " + batteryId);
    }
    return of(viewer, List.of(batteryId)).get(batteryId);
  }

  /**
   * Those of several batteries at once, read together.
   *
   * @param batteryIds internal ids; what is out of the viewer's scope is left out
   */
  public Map<Long, Trend> of(Viewer viewer, Collection<Long> batteryIds) {
    List<Long> seen = batteryIds.stream().filter(viewer.scope()::includes).toList();
    TrendBoard board = asked(viewer.tenant(), seen, true);
    int first = firstSlot(clock.millis());
    Map<Long, Trend> trends = new HashMap<>();
    seen.forEach(battery -> trends.put(battery, board.ring(battery).trend(first)));
    return trends;
  }

  /**
   * That of several batteries together.
   *
   * @param weights by internal battery id, what each counts in the mean of SOC, positive; what is
   *     out of the viewer's scope is left out
   */
  public FleetTrend fleet(Viewer viewer, Map<Long, Double> weights) {
    return sum(viewer, weights, SLOTS, true);
  }

  /** The running slot of {@link #fleet}; never waits for the database. */
  public FleetTrend.Point running(Viewer viewer, Map<Long, Double> weights) {
    return sum(viewer, weights, 1, false).running();
  }

  private FleetTrend sum(Viewer viewer, Map<Long, Double> weights, int slots, boolean patient) {
    List<Long> seen = weights.keySet().stream().filter(viewer.scope()::includes).toList();
    TrendBoard board = asked(viewer.tenant(), seen, patient);
    int first = TrendRing.slotOf(clock.millis()) - slots + 1;
    TrendSum sum = new TrendSum(slots);
    boolean complete = true;
    for (long battery : seen) {
      TrendRing ring = board.ring(battery);
      // Before it is read: it may become loaded meanwhile.
      complete &= ring.isLoaded();
      ring.addTo(sum, first, weights.get(battery));
    }
    return sum.toTrend(first * SLOT.toMillis(), complete);
  }

  private TrendBoard asked(TenantId tenant, Collection<Long> batteries, boolean patient) {
    long now = clock.millis();
    forget(now);
    // From here on it hears of what is stored: nothing falls between that and what is read now.
    TrendBoard board = boards.computeIfAbsent(tenant, id -> new TrendBoard(now));
    board.asked(now);
    loader.load(tenant, board, batteries, patient);
    return board;
  }

  /** Takes what was committed; on the writer's thread, before the sender is answered. */
  void stored(TenantId tenant, List<TrendPoint> points) {
    forget(clock.millis());
    TrendBoard board = boards.get(tenant);
    if (board != null) {
      points.forEach(point -> board.ring(point.batteryId()).offer(point, false));
    }
  }

  // A clock that was set back makes it young: then it stays longer.
  private void forget(long now) {
    boards.values().removeIf(board -> now - board.askedMillis() > KEPT_UNASKED.toMillis());
  }

  @Override
  public void close() {
    loader.close();
  }
}
