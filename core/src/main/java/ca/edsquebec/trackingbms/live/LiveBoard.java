package ca.edsquebec.trackingbms.live;

import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.telemetry.SampleListener;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Hears of every new sample and numbers it, for the tenants that somebody watches. Read it through
 * {@link LiveFeed}. Safe for any number of threads.
 */
public final class LiveBoard implements SampleListener {

  private final Map<TenantId, Board> boards = new ConcurrentHashMap<>();
  private final List<Consumer<TenantId>> watchers = new CopyOnWriteArrayList<>();

  @Override
  public void latestMoved(TenantId tenant, long batteryId, Sample sample) {
    Board board = boards.get(tenant);
    // Nobody has looked yet: the board will start from the latest state, this sample included.
    if (board != null) {
      board.put(batteryId, sample);
      watchers.forEach(watcher -> watcher.accept(tenant));
    }
  }

  Optional<Board> board(TenantId tenant) {
    return Optional.ofNullable(boards.get(tenant));
  }

  Board makeBoard(TenantId tenant) {
    return boards.computeIfAbsent(tenant, t -> new Board());
  }

  void watch(Consumer<TenantId> watcher) {
    watchers.add(watcher);
  }
}
