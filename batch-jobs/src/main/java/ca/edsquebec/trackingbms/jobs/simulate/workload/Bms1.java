package ca.edsquebec.trackingbms.jobs.simulate.workload;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import java.util.List;

/**
 * The batteries of BMS-1: packs of 16 LFP cells and 280 Ah, charged from 20 to 85 % and discharged
 * again within a day, each a little later than another. The load steps each minute. Noise: 60 mA; 1
 * mV either way on three of eight cell voltages; 0.1 °C either way on a sixteenth of the
 * temperatures.
 */
public final class Bms1 {

  public static final int CELLS = 16;
  public static final int SENSORS = 4;

  /** A battery sends a sample so often. */
  public static final long PERIOD_MILLIS = 5_000;

  private static final long DAY = 86_400_000L;
  private static final long HALF = DAY / 2;
  private static final long MINUTE = 60_000;
  private static final int LATEST_PHASE = 3_600_000;

  /** 65 % of 280 Ah in 12 h, in mA. */
  private static final int CHARGE = 15_167;

  /** mV without a load, each 10 % of charge. */
  private static final int[] OPEN_CIRCUIT = {
    3000, 3200, 3250, 3280, 3295, 3300, 3305, 3325, 3330, 3335, 3400
  };

  /** A cell has 0.25 mΩ: mA by this are mV. */
  private static final int MILLIAMPS_A_MILLIVOLT = 4_000;

  private Bms1() {}

  /**
   * What a battery says.
   *
   * @param battery its number; any
   * @param ts epoch milliseconds
   */
  public static Sample sample(int battery, long ts) {
    Reading reading = new Reading();
    read(battery, ts, reading);
    return new Sample.Builder(ts)
        .put(Metric.PACK_VOLTAGE, reading.packVoltage / 1000.0)
        .put(Metric.CURRENT, reading.current / 1000.0)
        .put(Metric.POWER, reading.power / 10.0)
        .put(Metric.SOC, reading.soc / 100.0)
        .put(Metric.SOH, reading.soh / 100.0)
        .put(Metric.CELL_VOLTAGE_MIN, Reading.min(reading.cells) / 1000.0)
        .put(Metric.CELL_VOLTAGE_MAX, Reading.max(reading.cells) / 1000.0)
        .put(Metric.CELL_VOLTAGE_AVG, reading.cellAverage() / 1000.0)
        .put(Metric.TEMPERATURE_MIN, Reading.min(reading.temperatures) / 10.0)
        .put(Metric.TEMPERATURE_MAX, Reading.max(reading.temperatures) / 10.0)
        .cellVoltages(scaled(reading.cells, 1000))
        .temperatures(scaled(reading.temperatures, 10))
        .state(reading.state())
        .alarms(List.of())
        .build();
  }

  private static double[] scaled(int[] steps, double perUnit) {
    double[] values = new double[steps.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = steps[i] / perUnit;
    }
    return values;
  }

  static void read(int battery, long ts, Reading into) {
    long own = Chance.of(battery);
    long inDay = Math.floorMod(ts + Math.floorMod(own, LATEST_PHASE), DAY);
    boolean charging = inDay < HALF;
    long level = charging ? inDay : DAY - inDay;
    into.soc = (int) (2000 + level * 6500 / HALF);
    into.soh = (int) (9500 + (own >>> 40) % 500);
    long now = Chance.of(own ^ ts);
    into.current =
        (charging ? CHARGE : -CHARGE) + step(own, ts) + (int) ((now & 0xffff) % 121) - 60;
    cells(own, now, openCircuit(into.soc) + into.current / MILLIAMPS_A_MILLIVOLT, into);
    temperatures(own, now >>> 16, (int) (220 + level * 40 / HALF), into.temperatures);
    into.power = (int) Math.rint((double) into.packVoltage * into.current / 1e5);
  }

  private static int step(long own, long ts) {
    long minute = Math.floorDiv(ts, MINUTE);
    return (int) ((Chance.of(own + minute) & 15) - 7) * 500;
  }

  private static int openCircuit(int soc) {
    int below = soc / 1000;
    int rise = OPEN_CIRCUIT[below + 1] - OPEN_CIRCUIT[below];
    return OPEN_CIRCUIT[below] + rise * (soc % 1000) / 1000;
  }

  private static void cells(long own, long now, int millivolts, Reading into) {
    long offsets = Chance.of(own + 1);
    long noise = 0;
    int sum = 0;
    for (int i = 0; i < CELLS; i++) {
      if (i % 8 == 0) {
        noise = Chance.of(now + i);
      }
      int offset = (int) (offsets >>> (4 * i)) & 15;
      int cell = millivolts + offset + eighths(noise >>> (8 * (i % 8)), 3);
      into.cells[i] = cell;
      sum += cell;
    }
    into.packVoltage = sum;
  }

  private static void temperatures(long own, long noise, int decidegrees, int[] into) {
    for (int i = 0; i < into.length; i++) {
      long chance = noise >>> (8 * i);
      int offset = (int) (own >>> (4 * i)) & 7;
      into[i] = decidegrees + offset + ((chance & 15) == 0 ? sign(chance >>> 4) : 0);
    }
  }

  /** One step either way in so many of eight cases. */
  private static int eighths(long chance, int cases) {
    return (chance & 7) < cases ? sign(chance >>> 3) : 0;
  }

  private static int sign(long chance) {
    return (chance & 1) == 0 ? -1 : 1;
  }
}
