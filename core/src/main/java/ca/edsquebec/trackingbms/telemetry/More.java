package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.AlarmLevel;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * The column {@code more}: what has no column of its own, in this order.
 *
 * <pre>
 * version    1 byte      {@value #VERSION}
 * numbers    varint      how many, then for each
 *              varint    id of the name × 2, + 1 when the number is a double
 *              number    signed varint of thousandths, or 8 bytes
 * flags      1 byte      the constants below
 * balancing  varint      how many cells, then a bit a cell, the lowest first
 * alarms     varint      how many, then for each
 *              1 byte    position in AlarmLevel
 *              text      name in AlarmCode: a name outlives a change of the list
 *              text      the device's own name
 * </pre>
 *
 * <p>A text is a varint of its UTF-8 length and the bytes. The whole is absent when it would say
 * nothing.
 */
final class More {

  static final int MAX_ALARMS = 128;
  static final int VERSION = 1;

  private static final int CHARGE_KNOWN = 1;
  private static final int CHARGE_ALLOWED = 2;
  private static final int DISCHARGE_KNOWN = 4;
  private static final int DISCHARGE_ALLOWED = 8;
  static final int BALANCING = 16;
  static final int ALARMS = 32;

  private static final List<Metric> WITHOUT_COLUMN =
      Arrays.stream(Metric.values()).filter(m -> ScalarColumn.of(m).isEmpty()).toList();

  private More() {}

  /** Adds the names that {@link #encode} may want ids for. */
  static void addNames(Sample sample, Set<String> names) {
    names.addAll(sample.extras().keySet());
    for (Metric metric : WITHOUT_COLUMN) {
      if (sample.has(metric)) {
        names.add(metric.jsonName());
      }
    }
  }

  /** Extras, and the metrics without a column; without those that can't be true. */
  private static Map<String, Double> numbers(Sample sample, boolean withDelta) {
    Map<String, Double> numbers = new TreeMap<>(sample.extras());
    numbers.values().removeIf(value -> !Double.isFinite(value));
    for (Metric metric : WITHOUT_COLUMN) {
      boolean wanted = withDelta || metric != Metric.CELL_VOLTAGE_DELTA;
      if (wanted && metric.isPlausible(sample.value(metric))) {
        numbers.put(metric.jsonName(), sample.value(metric));
      }
    }
    return numbers;
  }

  /**
   * @param withDelta whether the cell voltage delta is to be said here
   * @param ids by name; null for one that has none, whose number is left out
   * @return null when there is nothing to say
   */
  static byte[] encode(Sample sample, boolean withDelta, Function<String, Integer> ids) {
    Map<String, Double> numbers = numbers(sample, withDelta);
    numbers.keySet().removeIf(name -> ids.apply(name) == null);
    int flags = flags(sample);
    if (flags == 0 && numbers.isEmpty()) {
      return null;
    }
    ByteWriter out = new ByteWriter();
    out.oneByte(VERSION);
    out.unsigned(numbers.size());
    numbers.forEach((name, value) -> number(out, ids.apply(name), value));
    out.oneByte(flags);
    if ((flags & BALANCING) != 0) {
      balancing(out, sample.balancing());
    }
    if ((flags & ALARMS) != 0) {
      alarms(out, sample.alarms().orElseThrow());
    }
    return out.toBytes();
  }

  private static void number(ByteWriter out, int id, double value) {
    long thousandths = (long) Math.rint(value * 1000);
    boolean exact = Double.compare(thousandths / 1000.0, value) == 0;
    out.unsigned(2L * id + (exact ? 0 : 1));
    if (exact) {
      out.signed(thousandths);
    } else {
      out.real(value);
    }
  }

  private static int flags(Sample sample) {
    return sample.chargeAllowed().map(yes -> CHARGE_KNOWN + (yes ? CHARGE_ALLOWED : 0)).orElse(0)
        | sample
            .dischargeAllowed()
            .map(yes -> DISCHARGE_KNOWN + (yes ? DISCHARGE_ALLOWED : 0))
            .orElse(0)
        | (sample.balancing().length > 0 ? BALANCING : 0)
        | (sample.alarms().isPresent() ? ALARMS : 0);
  }

  private static void balancing(ByteWriter out, boolean[] active) {
    out.unsigned(active.length);
    BitSet bits = new BitSet();
    for (int i = 0; i < active.length; i++) {
      bits.set(i, active[i]);
    }
    byte[] packed = new byte[(active.length + 7) / 8];
    byte[] used = bits.toByteArray();
    System.arraycopy(used, 0, packed, 0, used.length);
    out.bytes(packed);
  }

  private static void alarms(ByteWriter out, List<Alarm> alarms) {
    out.unsigned(alarms.size());
    for (Alarm alarm : alarms) {
      out.oneByte(alarm.level().ordinal());
      out.text(alarm.code().jsonName());
      out.text(alarm.raw());
    }
  }

  /**
   * @param more null when there is none
   * @param names by id; null for one that is not known, whose number is left out
   */
  static void decode(byte[] more, IntFunction<String> names, Sample.Builder into) {
    if (more == null) {
      return;
    }
    ByteReader in = open(more);
    for (long left = in.unsigned(); left > 0; left--) {
      long key = in.unsigned();
      double value = number(in, key);
      put(into, names.apply((int) (key >> 1)), value);
    }
    int flags = in.oneByte();
    if ((flags & CHARGE_KNOWN) != 0) {
      into.chargeAllowed((flags & CHARGE_ALLOWED) != 0);
    }
    if ((flags & DISCHARGE_KNOWN) != 0) {
      into.dischargeAllowed((flags & DISCHARGE_ALLOWED) != 0);
    }
    if ((flags & BALANCING) != 0) {
      into.balancing(balancing(in));
    }
    if ((flags & ALARMS) != 0) {
      into.alarms(alarms(in));
    }
  }

  /**
   * One number alone, for a series.
   *
   * @return NaN when it is not there
   */
  static double number(byte[] more, int id) {
    if (more == null) {
      return Double.NaN;
    }
    ByteReader in = open(more);
    for (long left = in.unsigned(); left > 0; left--) {
      long key = in.unsigned();
      double value = number(in, key);
      if (key >> 1 == id) {
        return value;
      }
    }
    return Double.NaN;
  }

  static ByteReader open(byte[] more) {
    ByteReader in = new ByteReader(more);
    int version = in.oneByte();
    if (version != VERSION) {
      throw new IllegalStateException("sample.more of unknown version " + version);
    }
    return in;
  }

  private static double number(ByteReader in, long key) {
    return (key & 1) == 0 ? in.signed() / 1000.0 : in.real();
  }

  private static void put(Sample.Builder into, String name, double value) {
    if (name == null) {
      return;
    }
    Optional<Metric> metric = Metric.named(name);
    if (metric.isPresent()) {
      into.put(metric.get(), value);
    } else {
      into.extra(name, value);
    }
  }

  static boolean[] balancing(ByteReader in) {
    boolean[] active = new boolean[(int) in.unsigned()];
    BitSet bits = BitSet.valueOf(in.bytes((active.length + 7) / 8));
    for (int i = 0; i < active.length; i++) {
      active[i] = bits.get(i);
    }
    return active;
  }

  static List<Alarm> alarms(ByteReader in) {
    int count = (int) in.unsigned();
    List<Alarm> alarms = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      AlarmLevel level = AlarmLevel.values()[in.oneByte()];
      AlarmCode code = AlarmCode.named(in.text()).orElse(AlarmCode.OTHER);
      alarms.add(new Alarm(code, level, in.text()));
    }
    return alarms;
  }
}
