package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.telemetry.rollup.Observations;
import java.util.Arrays;

/** {@link More} taken apart for columns, and put together again. */
final class MoreParts {

  private MoreParts() {}

  /** Takes a number as it is stored. */
  @FunctionalInterface
  interface NumberSink {

    /**
     * @param key id of the name × 2, + 1 when the number is a double
     * @param number thousandths, or the bits of the double
     */
    void accept(int key, long number);
  }

  /**
   * Hands over the numbers.
   *
   * @param more null when there is none
   * @return what stands behind them; null when that says nothing
   */
  static byte[] split(byte[] more, NumberSink numbers) {
    if (more == null) {
      return null;
    }
    ByteReader in = More.open(more);
    int at = behindVarint(more, 1);
    for (long left = in.unsigned(); left > 0; left--) {
      int key = Math.toIntExact(in.unsigned());
      at = behindVarint(more, at);
      if ((key & 1) == 0) {
        numbers.accept(key, in.signed());
        at = behindVarint(more, at);
      } else {
        numbers.accept(key, Double.doubleToRawLongBits(in.real()));
        at += Double.BYTES;
      }
    }
    return in.oneByte() == 0 ? null : Arrays.copyOfRange(more, at, more.length);
  }

  private static int behindVarint(byte[] bytes, int start) {
    int at = start;
    while (bytes[at] < 0) {
      at++;
    }
    return at + 1;
  }

  /**
   * What {@link #split} took apart, as far as it can be told from it.
   *
   * @param count of the keys and numbers that are to be taken
   * @param rest null when there is none
   * @return null when there is nothing to say
   */
  static byte[] join(int[] keys, long[] numbers, int count, byte[] rest) {
    if (count == 0 && rest == null) {
      return null;
    }
    ByteWriter out = new ByteWriter();
    out.oneByte(More.VERSION);
    out.unsigned(count);
    for (int i = 0; i < count; i++) {
      out.unsigned(keys[i]);
      if ((keys[i] & 1) == 0) {
        out.signed(numbers[i]);
      } else {
        out.real(Double.longBitsToDouble(numbers[i]));
      }
    }
    out.bytes(rest == null ? new byte[] {0} : rest);
    return out.toBytes();
  }

  /**
   * The alarms in what {@link #split} left.
   *
   * @return a bit for each, by position in AlarmCode; −1 when the device does not report alarms
   */
  static long alarmBits(byte[] rest) {
    ByteReader in = new ByteReader(rest);
    int flags = in.oneByte();
    if ((flags & More.ALARMS) == 0) {
      return Observations.NOT_REPORTED;
    }
    if ((flags & More.BALANCING) != 0) {
      More.balancing(in);
    }
    long bits = 0;
    for (Alarm alarm : More.alarms(in)) {
      bits |= 1L << alarm.code().ordinal();
    }
    return bits;
  }
}
