package ca.edsquebec.trackingbms.jobs.simulate.workload;

import ca.edsquebec.trackingbms.measure.Metric;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes samples of BMS-1 as the samples endpoint takes them, straight into bytes: an array of
 * objects, in the contract's names. To be used again and again; for one thread.
 */
public final class JsonSamples {

  private static final int ROOM_FOR_ONE = 1 << 10;

  private static final byte[] BATTERY = ascii("{\"battery\":\"");
  private static final byte[] TS = ascii("\",\"ts\":");
  private static final byte[] PACK_VOLTAGE = name(Metric.PACK_VOLTAGE);
  private static final byte[] CURRENT = name(Metric.CURRENT);
  private static final byte[] POWER = name(Metric.POWER);
  private static final byte[] SOC = name(Metric.SOC);
  private static final byte[] SOH = name(Metric.SOH);
  private static final byte[] CELL_MIN = name(Metric.CELL_VOLTAGE_MIN);
  private static final byte[] CELL_MAX = name(Metric.CELL_VOLTAGE_MAX);
  private static final byte[] CELL_AVG = name(Metric.CELL_VOLTAGE_AVG);
  private static final byte[] TEMPERATURE_MIN = name(Metric.TEMPERATURE_MIN);
  private static final byte[] TEMPERATURE_MAX = name(Metric.TEMPERATURE_MAX);
  private static final byte[] CELLS = ascii(",\"cellVoltages\":");
  private static final byte[] TEMPERATURES = ascii(",\"temperatures\":");
  private static final byte[] STATE = ascii(",\"state\":\"");
  private static final byte[] END = ascii("\",\"alarms\":[]}");

  private final Reading reading = new Reading();
  private byte[] bytes = new byte[64 * ROOM_FOR_ONE];
  private int length;
  private int count;

  /** Begins anew. */
  public JsonSamples clear() {
    length = 0;
    count = 0;
    return this;
  }

  /** Samples added since it began. */
  public int count() {
    return count;
  }

  /**
   * Adds a sample.
   *
   * @param code what the portal calls the battery: letters, digits, {@code . _ -}
   * @param battery its number in {@link Bms1}
   * @param ts epoch milliseconds
   */
  public void add(String code, int battery, long ts) {
    if (bytes.length - length < ROOM_FOR_ONE + code.length()) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length + code.length());
    }
    put(count++ == 0 ? (byte) '[' : (byte) ',');
    Bms1.read(battery, ts, reading);
    put(BATTERY);
    for (int i = 0; i < code.length(); i++) {
      put((byte) code.charAt(i));
    }
    put(TS);
    whole(ts);
    scalars();
    put(CELLS);
    array(reading.cells, 3);
    put(TEMPERATURES);
    array(reading.temperatures, 1);
    put(STATE);
    put(ascii(reading.state().jsonName()));
    put(END);
  }

  /** All that was added, as one array. A copy. */
  public byte[] toBytes() {
    byte[] all = Arrays.copyOf(bytes, Math.max(length, 1) + 1);
    all[0] = '[';
    all[all.length - 1] = ']';
    return all;
  }

  private void scalars() {
    field(PACK_VOLTAGE, reading.packVoltage, 3);
    field(CURRENT, reading.current, 3);
    field(POWER, reading.power, 1);
    field(SOC, reading.soc, 2);
    field(SOH, reading.soh, 2);
    field(CELL_MIN, Reading.min(reading.cells), 3);
    field(CELL_MAX, Reading.max(reading.cells), 3);
    field(CELL_AVG, reading.cellAverage(), 3);
    field(TEMPERATURE_MIN, Reading.min(reading.temperatures), 1);
    field(TEMPERATURE_MAX, Reading.max(reading.temperatures), 1);
  }

  private void field(byte[] name, int steps, int decimals) {
    put(name);
    decimal(steps, decimals);
  }

  private void array(int[] steps, int decimals) {
    for (int i = 0; i < steps.length; i++) {
      put(i == 0 ? (byte) '[' : (byte) ',');
      decimal(steps[i], decimals);
    }
    put((byte) ']');
  }

  /** Without useless zeros at its end. */
  private void decimal(int steps, int decimals) {
    int digits = Math.abs(steps);
    int places = decimals;
    while (places > 0 && digits % 10 == 0) {
      digits /= 10;
      places--;
    }
    if (steps < 0) {
      put((byte) '-');
    }
    int scale = places == 3 ? 1000 : places == 2 ? 100 : places == 1 ? 10 : 1;
    whole(digits / scale);
    if (places > 0) {
      put((byte) '.');
      for (int left = scale / 10; left > 0; left /= 10) {
        put((byte) ('0' + digits / left % 10));
      }
    }
  }

  private void whole(long number) {
    int digits = 1;
    for (long left = number / 10; left > 0; left /= 10) {
      digits++;
    }
    long left = number;
    for (int i = length + digits - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + left % 10);
      left /= 10;
    }
    length += digits;
  }

  private void put(byte one) {
    bytes[length++] = one;
  }

  private void put(byte[] text) {
    System.arraycopy(text, 0, bytes, length, text.length);
    length += text.length;
  }

  private static byte[] name(Metric metric) {
    return ascii(",\"" + metric.jsonName() + "\":");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
