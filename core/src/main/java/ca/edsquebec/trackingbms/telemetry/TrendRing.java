package ca.edsquebec.trackingbms.telemetry;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** The slots of one battery, some 5 kB; a new one takes the place of that a day before. */
final class TrendRing {

  /** One ahead of the running one: a clock may be up to two minutes ahead of ours. */
  private static final int KEPT = Trends.SLOTS + 1;

  private static final long SLOT_MILLIS = Trends.SLOT.toMillis();

  private final int[] slots = new int[KEPT];
  private final int[] offsets = new int[KEPT];
  private final float[] soc = new float[KEPT];
  private final float[] power = new float[KEPT];
  private final float[] temperatureMax = new float[KEPT];

  /** The load that is under way; null when none is. */
  private final AtomicReference<CompletableFuture<Void>> loading = new AtomicReference<>();

  private volatile boolean loaded;

  static int slotOf(long millis) {
    return (int) Math.floorDiv(millis, SLOT_MILLIS);
  }

  boolean isLoaded() {
    return loaded;
  }

  AtomicReference<CompletableFuture<Void>> loading() {
    return loading;
  }

  /** Says that all that was stored before is in it. */
  void setLoaded() {
    loaded = true;
  }

  /**
   * Takes it when it is the earliest of its slot so far.
   *
   * @param stored it was read from the store, where the first value of a time stands: it replaces
   *     one of the same time
   */
  synchronized void offer(TrendPoint point, boolean stored) {
    int slot = point.slot();
    int at = Math.floorMod(slot, KEPT);
    int offset = (int) (point.ts() - slot * SLOT_MILLIS);
    boolean earlier = offset < offsets[at] || (stored && offset == offsets[at]);
    if (slot > slots[at] || (slot == slots[at] && earlier)) {
      slots[at] = slot;
      offsets[at] = offset;
      soc[at] = point.soc();
      power[at] = point.power();
      temperatureMax[at] = point.temperatureMax();
    }
  }

  /**
   * @param first the first slot of the answer
   */
  synchronized Trend trend(int first) {
    float[][] columns = new float[3][Trends.SLOTS];
    for (float[] column : columns) {
      Arrays.fill(column, Float.NaN);
    }
    for (int i = 0; i < Trends.SLOTS; i++) {
      int at = Math.floorMod(first + i, KEPT);
      if (slots[at] == first + i) {
        columns[0][i] = soc[at];
        columns[1][i] = power[at];
        columns[2][i] = temperatureMax[at];
      }
    }
    return new Trend(first * SLOT_MILLIS, columns[0], columns[1], columns[2], loaded);
  }

  /** Adds the slots from the first on, as many as the sum has. */
  synchronized void addTo(TrendSum sum, int first, double weight) {
    for (int i = 0; i < sum.size(); i++) {
      int at = Math.floorMod(first + i, KEPT);
      if (slots[at] == first + i) {
        sum.add(i, weight, soc[at], power[at], temperatureMax[at]);
      }
    }
  }
}
