package ca.edsquebec.trackingbms.jobs.simulate.feed;

import ca.edsquebec.trackingbms.jobs.simulate.workload.Bms1;
import ca.edsquebec.trackingbms.jobs.simulate.workload.JsonSamples;
import java.io.IOException;
import java.util.List;

/**
 * Samples of BMS-1: one of every battery, then the next five seconds. What was not stored is sent
 * again, however long ago it was, since a sample can be made again.
 */
final class WorkloadFeed implements Live {

  /** A post of them stays below what the portal takes as it comes. */
  private static final int SAMPLES_A_POST = 500;

  private final List<String> codes;
  private final Portal portal;
  private final JsonSamples samples = new JsonSamples();
  private long storedUntil = Long.MIN_VALUE;

  /**
   * @param codes of the batteries from number 0 on
   */
  WorkloadFeed(List<String> codes, Portal portal) {
    this.codes = List.copyOf(codes);
    this.portal = portal;
  }

  @Override
  public boolean sendUntil(long second) throws IOException, InterruptedException {
    long due = second - Math.floorMod(second, Bms1.PERIOD_MILLIS);
    if (storedUntil == Long.MIN_VALUE) {
      storedUntil = due - Bms1.PERIOD_MILLIS;
    }
    while (storedUntil < due) {
      send(storedUntil + Bms1.PERIOD_MILLIS);
      storedUntil += Bms1.PERIOD_MILLIS;
    }
    return false;
  }

  private void send(long ts) throws IOException, InterruptedException {
    for (int from = 0; from < codes.size(); from += SAMPLES_A_POST) {
      samples.clear();
      for (int i = from; i < Math.min(from + SAMPLES_A_POST, codes.size()); i++) {
        samples.add(codes.get(i), i, ts);
      }
      portal.samples(samples.toBytes());
    }
  }
}
