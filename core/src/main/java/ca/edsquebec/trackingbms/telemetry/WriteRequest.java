package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Sample;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What one caller waits for.
 *
 * @param rows in the order of {@link Row#BY_KEY}; of equal keys the first given stands first
 * @param newest by battery, what its latest state may become
 * @param slots the earliest sample of each battery and slot, for trends
 * @param accepted completed after the commit with the number of rows that were new
 */
record WriteRequest(
    List<Row> rows,
    Map<Long, Sample> newest,
    List<TrendPoint> slots,
    CompletableFuture<Integer> accepted) {

  /** Nobody waits for it any more. */
  boolean isAbandoned() {
    return accepted.isDone();
  }
}
