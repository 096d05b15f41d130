package ca.edsquebec.trackingbms.jobs.simulate.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/**
 * One battery as a function of time: charge and current from its day ({@link Use}), the voltage of
 * each cell from its curve and resistance, temperatures from the time of day and the current's
 * heat, and on top of it its faults. Safe for any number of threads.
 */
public final class BatteryModel {

  /** A cell's resistance is this by its capacity; 0.4 mΩ at 420 Ah. */
  private static final double OHM_AH = 0.17;

  private static final double WEAK_CELL_SOC = 2;
  private static final double WARNED_ABOVE_C = 45;
  private static final double OVERHEAT_C = 35;
  private static final long OVERHEATS_WITHIN_MILLIS = 20 * 60_000L;

  private final String code;
  private final int sensors;
  private final CellType cell;
  private final int cells;
  private final double capacityAh;
  private final List<Fault> faults;
  private final Noise noise;
  private final Use use;
  private final int weakest;

  /**
   * @param code makes this battery another one than the next
   * @param zone of its place: it works there by day
   */
  public BatteryModel(
      String code, Kind kind, int cells, double capacityAh, ZoneId zone, List<Fault> faults) {
    this.code = code;
    sensors = kind.sensors();
    Habit habit = Habit.of(kind);
    cell = habit.cell();
    this.cells = cells;
    this.capacityAh = capacityAh;
    this.faults = List.copyOf(faults);
    noise = new Noise(code.hashCode() * 0x9E3779B97F4A7C15L);
    use = new Use(habit, zone, noise);
    weakest = (int) ((noise.at(Noise.Of.CELL, -1) + 1) / 2 * cells);
  }

  /** What it is called. */
  public String code() {
    return code;
  }

  /** Ah, when full. */
  public double capacityAh() {
    return capacityAh;
  }

  /** Whether it sends nothing at that time, epoch milliseconds. */
  public boolean isSilentAt(long millis) {
    return lasting(Fault.What.SILENT, millis) >= 0;
  }

  /**
   * What its BMS knows at that time.
   *
   * @param millis epoch milliseconds
   */
  public Measurement at(long millis) {
    Use.Now now = use.at(Instant.ofEpochMilli(millis));
    double current = now.rate() * capacityAh + 0.05 * noise.at(Noise.Of.CURRENT, millis);
    double[] volts = volts(millis, now.soc(), current);
    double[] temperatures = temperatures(millis, now);
    double pack = Arrays.stream(volts).sum();
    return new Measurement(
        millis,
        current,
        pack,
        pack * current,
        now.soc(),
        96 + 3 * noise.at(Noise.Of.HEALTH, 0),
        now.soc() / 100 * capacityAh * cell.volts(50) * cells,
        4000 + 300 * noise.at(Noise.Of.INSULATION, millis / 10_000),
        volts,
        temperatures,
        limits(),
        Arrays.stream(volts).min().orElseThrow() < cell.minVolts(),
        Arrays.stream(volts).max().orElseThrow() > cell.maxVolts(),
        Arrays.stream(temperatures).max().orElseThrow() > WARNED_ABOVE_C);
  }

  private double[] volts(long millis, double soc, double current) {
    boolean weak = lasting(Fault.What.WEAK_CELL, millis) >= 0;
    double[] volts = new double[cells];
    for (int i = 0; i < cells; i++) {
      boolean last = i == weakest;
      double own = last && weak ? WEAK_CELL_SOC : soc - (last ? 1.5 : 0);
      double ohm = OHM_AH / capacityAh * (last ? 1.4 : 1);
      volts[i] =
          cell.volts(own)
              + current * ohm
              + 0.003 * noise.at(Noise.Of.CELL, i)
              + 0.0007 * noise.at(Noise.Of.VOLTAGE, millis * cells + i);
    }
    return volts;
  }

  private double[] temperatures(long millis, Use.Now now) {
    double dayShare = now.hour() / 24;
    double weather =
        noise.at(Noise.Of.WEATHER, now.day()) * (1 - dayShare)
            + noise.at(Noise.Of.WEATHER, now.day() + 1) * dayShare;
    double room = 19 + 3 * weather + 4 * Math.sin((dayShare - 0.375) * 2 * Math.PI);
    double heat = 100 * now.heat();
    long hot = lasting(Fault.What.OVERHEAT, millis);
    heat += hot < 0 ? 0 : OVERHEAT_C * Math.min(1, (double) hot / OVERHEATS_WITHIN_MILLIS);
    double[] temperatures = new double[sensors];
    for (int i = 0; i < temperatures.length; i++) {
      double exposed = 1 + 0.15 * noise.at(Noise.Of.SENSOR, i);
      temperatures[i] = room + heat * exposed + noise.at(Noise.Of.SENSOR, -1 - i);
    }
    return temperatures;
  }

  private Measurement.Limits limits() {
    return new Measurement.Limits(
        Math.min(1000, 0.5 * capacityAh),
        Math.min(1000, capacityAh),
        cell.maxVolts() * cells,
        cell.minVolts() * cells);
  }

  /** Milliseconds that the fault has lasted; negative when there is none. */
  private long lasting(Fault.What what, long millis) {
    return faults.stream()
        .filter(fault -> fault.what() == what)
        .mapToLong(fault -> fault.lastingMillis(millis))
        .max()
        .orElse(-1);
  }
}
