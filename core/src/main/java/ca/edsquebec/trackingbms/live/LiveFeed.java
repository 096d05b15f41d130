package ca.edsquebec.trackingbms.live;

import ca.edsquebec.trackingbms.telemetry.LatestState;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/**
 * What browsers subscribe to: the latest sample of every battery and a cursor to ask for what is
 * new. By WebSocket and by long poll they get the same from it. Safe for any number of threads.
 */
public final class LiveFeed {

  private final LiveBoard board;
  private final LatestState latest;

  public LiveFeed(LiveBoard board, LatestState latest) {
    this.board = board;
    this.latest = latest;
  }

  /**
   * What is new for the viewer.
   *
   * @param cursor from an earlier update; empty or unknown gives everything
   * @param wanted narrows the viewer's scope further, by internal battery id
   */
  public LiveUpdate since(Viewer viewer, String cursor, LongPredicate wanted) {
    return board(viewer.tenant()).since(cursor, viewer, wanted);
  }

  /**
   * Calls back on the writer's thread whenever something of a tenant changed. The watcher must be
   * quick.
   */
  public void watch(Consumer<TenantId> watcher) {
    board.watch(watcher);
  }

  private Board board(TenantId tenant) {
    return board.board(tenant).orElseGet(() -> started(tenant));
  }

  // Loaded first: a board that could not be filled must not stay, empty, for those who come later.
  // Then listed and filled, so that a sample that comes in between is not missed.
  private Board started(TenantId tenant) {
    latest.all(Viewer.system(tenant));
    Board made = board.makeBoard(tenant);
    latest
        .all(Viewer.system(tenant))
        .forEach((battery, newest) -> made.begin(battery, newest.sample()));
    return made;
  }
}
