package ca.edsquebec.trackingbms.jobs.simulate.workload;

/** In which order samples of BMS-1 arrive: which battery and which time comes at each place. */
public final class Arrivals {

  private static final int TICKS_OF_AN_HOUR = (int) (3_600_000 / Bms1.PERIOD_MILLIS);

  private final int batteries;
  private final long start;
  private final int size;

  /** Which place in the order of time comes at a place; null: the same. */
  private final int[] shuffled;

  private Arrivals(int batteries, long start, int size, int[] shuffled) {
    this.batteries = batteries;
    this.start = start;
    this.size = size;
    this.shuffled = shuffled;
  }

  /**
   * One sample of every battery, then the next five seconds, as they come from the field.
   *
   * @param batteries how many, from number 0
   * @param start time of the first, epoch milliseconds
   * @param ticks how often each sends
   */
  public static Arrivals timeMajor(int batteries, long start, int ticks) {
    return new Arrivals(batteries, start, Math.multiplyExact(batteries, ticks), null);
  }

  /** The same samples, those of each hour in an order of chance, the same each time. */
  public Arrivals shuffledWithinAnHour() {
    int hour = Math.multiplyExact(batteries, TICKS_OF_AN_HOUR);
    int[] order = new int[size];
    for (int first = 0; first < size; first += hour) {
      for (int i = 0; i < Math.min(hour, size - first); i++) {
        int other = (int) Math.floorMod(Chance.of(first + i), i + 1L);
        order[first + i] = order[first + other];
        order[first + other] = first + i;
      }
    }
    return new Arrivals(batteries, start, size, order);
  }

  public int size() {
    return size;
  }

  /**
   * @param place from 0 to {@link #size} − 1
   */
  public int battery(int place) {
    return inTime(place) % batteries;
  }

  /**
   * @param place as above
   * @return epoch milliseconds
   */
  public long ts(int place) {
    return start + inTime(place) / batteries * Bms1.PERIOD_MILLIS;
  }

  private int inTime(int place) {
    return shuffled == null ? place : shuffled[place];
  }
}
