package ca.edsquebec.trackingbms.telemetry.rollup;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The stats of a rollup in few bytes, about a dozen each, and back, exactly.
 *
 * <p>Version 1: a byte 1; how many stats; the newest of their times; the largest of their counts;
 * then each stat, by key. A stat: its distance from the key before (from −1 the first); a byte that
 * tells which parts are fractions, and whether count and time are left out because they are the
 * largest and the newest; count; age; min, sum, max, last. A fraction takes eight bytes. A whole
 * number is its difference from what was to be expected if every value were the minimum. The
 * differences may overflow: they do so again on the way back.
 */
public final class StatsCodec {

  private static final int VERSION = 1;

  private static final int MIN_IS_FRACTION = 1;
  private static final int SUM_IS_FRACTION = 2;
  private static final int MAX_IS_FRACTION = 4;
  private static final int LAST_IS_FRACTION = 8;
  private static final int LARGEST_COUNT = 16;
  private static final int NEWEST = 32;
  private static final int ALL_FLAGS = 63;

  /** Every whole number below this is a double of its own. */
  private static final double WHOLE_BELOW = 1L << 53;

  private StatsCodec() {}

  /**
   * @param stats keys 0 or more
   * @throws IllegalArgumentException when a key is negative
   */
  public static byte[] pack(Map<Integer, Stat> stats) {
    ByteSink out = new ByteSink();
    long newest = stats.values().stream().mapToLong(Stat::lastTs).max().orElse(0);
    int largest = stats.values().stream().mapToInt(Stat::count).max().orElse(0);
    out.oneByte(VERSION);
    out.unsigned(stats.size());
    out.signed(newest);
    out.unsigned(largest);
    long before = -1;
    for (Map.Entry<Integer, Stat> entry : new TreeMap<>(stats).entrySet()) {
      if (entry.getKey() < 0) {
        throw new IllegalArgumentException("stat of the key " + entry.getKey());
      }
      out.unsigned(entry.getKey() - before);
      before = entry.getKey();
      write(out, entry.getValue(), newest, largest);
    }
    return out.toBytes();
  }

  /**
   * @throws IllegalStateException when the bytes are not what {@link #pack} made
   */
  public static Map<Integer, Stat> unpack(byte[] packed) {
    ByteSource in = new ByteSource(packed);
    int version = in.oneByte();
    if (version != VERSION) {
      throw in.damaged("are of version " + version);
    }
    long count = in.within(0, packed.length, "number of stats");
    long newest = in.signed();
    int largest = (int) in.within(Math.min(count, 1), Integer.MAX_VALUE, "largest count");
    Map<Integer, Stat> stats = new HashMap<>();
    long key = -1;
    for (int i = 0; i < count; i++) {
      key += in.within(1, Integer.MAX_VALUE - key, "step to a key");
      stats.put((int) key, read(in, newest, largest));
    }
    in.requireEnd();
    return Map.copyOf(stats);
  }

  private static void write(ByteSink out, Stat stat, long newest, int largest) {
    out.oneByte(
        (isWhole(stat.min()) ? 0 : MIN_IS_FRACTION)
            | (isWhole(stat.sum()) ? 0 : SUM_IS_FRACTION)
            | (isWhole(stat.max()) ? 0 : MAX_IS_FRACTION)
            | (isWhole(stat.last()) ? 0 : LAST_IS_FRACTION)
            | (stat.count() == largest ? LARGEST_COUNT : 0)
            | (stat.lastTs() == newest ? NEWEST : 0));
    if (stat.count() != largest) {
      out.unsigned(stat.count());
    }
    if (stat.lastTs() != newest) {
      out.unsigned(newest - stat.lastTs());
    }
    writeNumber(out, stat.min(), 0);
    long least = expected(stat.min());
    writeNumber(out, stat.sum(), least * stat.count());
    writeNumber(out, stat.max(), least);
    writeNumber(out, stat.last(), least);
  }

  private static Stat read(ByteSource in, long newest, int largest) {
    int flags = in.oneByte();
    if (flags > ALL_FLAGS) {
      throw in.damaged("hold %d as flags".formatted(flags));
    }
    int count =
        (flags & LARGEST_COUNT) != 0 ? largest : (int) in.within(1, Integer.MAX_VALUE, "count");
    long lastTs = (flags & NEWEST) != 0 ? newest : newest - in.unsigned();
    double min = readNumber(in, flags & MIN_IS_FRACTION, 0);
    long least = expected(min);
    double sum = readNumber(in, flags & SUM_IS_FRACTION, least * count);
    double max = readNumber(in, flags & MAX_IS_FRACTION, least);
    double last = readNumber(in, flags & LAST_IS_FRACTION, least);
    return new Stat(count, sum, min, max, last, lastTs);
  }

  private static void writeNumber(ByteSink out, double value, long expected) {
    if (isWhole(value)) {
      out.signed((long) value - expected);
    } else {
      out.real(value);
    }
  }

  private static double readNumber(ByteSource in, int fraction, long expected) {
    if (fraction != 0) {
      return in.real();
    }
    double value = in.signed() + expected;
    if (!isWhole(value)) {
      throw in.damaged("hold %s as a whole number".formatted(value));
    }
    return value;
  }

  private static long expected(double min) {
    return isWhole(min) ? (long) min : 0;
  }

  private static boolean isWhole(double value) {
    boolean negativeZero = Double.doubleToRawLongBits(value) == Long.MIN_VALUE;
    return Math.abs(value) < WHOLE_BELOW && value == Math.rint(value) && !negativeZero;
  }
}
