package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** The requests of one tenant that wait, and whether a writer works for it: one at a time does. */
final class WriteQueue {

  static final int MAX_PENDING_ROWS = 20_000;

  private final TenantId tenant;
  private final Queue<WriteRequest> waiting = new ArrayDeque<>();
  private int pendingRows;
  private boolean busy;

  WriteQueue(TenantId tenant) {
    this.tenant = tenant;
  }

  TenantId tenant() {
    return tenant;
  }

  /**
   * Rows count until they are committed. A request larger than the queue gets in when it is empty.
   *
   * @return false when it is full
   */
  synchronized boolean offer(WriteRequest request) {
    int rows = request.rows().size();
    if (pendingRows > 0 && pendingRows + rows > MAX_PENDING_ROWS) {
      return false;
    }
    pendingRows += rows;
    waiting.add(request);
    return true;
  }

  /**
   * @return true when nobody worked for this tenant until now: send a writer
   */
  synchronized boolean claim() {
    boolean idle = !busy && !waiting.isEmpty();
    busy |= idle;
    return idle;
  }

  /** The next requests, up to about so many rows: at least one request. */
  synchronized List<WriteRequest> take(int maxRows) {
    List<WriteRequest> group = new ArrayList<>();
    int rows = 0;
    while (!waiting.isEmpty()
        && (group.isEmpty() || rows + waiting.element().rows().size() <= maxRows)) {
      WriteRequest next = waiting.remove();
      rows += next.rows().size();
      group.add(next);
    }
    return group;
  }

  /**
   * Says that a group is dealt with.
   *
   * @return true when more waits: the writer must go on or send another
   */
  synchronized boolean done(List<WriteRequest> group) {
    for (WriteRequest request : group) {
      pendingRows -= request.rows().size();
    }
    busy = !waiting.isEmpty();
    return busy;
  }
}
