package ca.edsquebec.trackingbms.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that is known of one battery at one instant. Immutable; made by {@link Builder}.
 *
 * <p>Scalars are in the unit of their {@link Metric}; NaN is absent. Cells are volts, temperatures
 * °C, both indexed from 0 in the device's order, NaN where one cell or sensor is not known. An
 * empty alarm list says «the device reports no alarm»; an absent one says «the device does not
 * report alarms».
 */
public final class Sample {

  private final long ts;
  private final double[] scalars;
  private final double[] cellVoltages;
  private final double[] temperatures;
  private final boolean[] balancing;
  private final BatteryState state;
  private final Boolean chargeAllowed;
  private final Boolean dischargeAllowed;
  private final List<Alarm> alarms;
  private final Map<String, Double> extras;

  private Sample(Builder b) {
    ts = b.ts;
    scalars = b.scalars.clone();
    cellVoltages = b.cellVoltages;
    temperatures = b.temperatures;
    balancing = b.balancing;
    state = b.state;
    chargeAllowed = b.chargeAllowed;
    dischargeAllowed = b.dischargeAllowed;
    alarms = b.alarms == null ? null : List.copyOf(b.alarms);
    extras = Map.copyOf(b.extras);
  }

  /** Time of measurement, epoch milliseconds. */
  public long ts() {
    return ts;
  }

  /** In the metric's unit; NaN when absent. */
  public double value(Metric metric) {
    return scalars[metric.ordinal()];
  }

  public boolean has(Metric metric) {
    return !Double.isNaN(scalars[metric.ordinal()]);
  }

  /** Volts by cell, NaN where not known; empty when absent. A copy. */
  public double[] cellVoltages() {
    return cellVoltages.clone();
  }

  /** °C by sensor, NaN where not known; empty when absent. A copy. */
  public double[] temperatures() {
    return temperatures.clone();
  }

  /** By cell: is it being balanced; empty when absent. A copy. */
  public boolean[] balancing() {
    return balancing.clone();
  }

  public Optional<BatteryState> state() {
    return Optional.ofNullable(state);
  }

  public Optional<Boolean> chargeAllowed() {
    return Optional.ofNullable(chargeAllowed);
  }

  public Optional<Boolean> dischargeAllowed() {
    return Optional.ofNullable(dischargeAllowed);
  }

  /** Alarms raised now; empty optional when the device does not report alarms. */
  public Optional<List<Alarm>> alarms() {
    return Optional.ofNullable(alarms);
  }

  /** Further scalars by name, unit as the sender has it. */
  public Map<String, Double> extras() {
    return extras;
  }

  /** True when it holds nothing but its time. */
  public boolean isEmpty() {
    return Arrays.stream(scalars).allMatch(Double::isNaN)
        && cellVoltages.length == 0
        && temperatures.length == 0
        && balancing.length == 0
        && state == null
        && chargeAllowed == null
        && dischargeAllowed == null
        && alarms == null
        && extras.isEmpty();
  }

  /** A builder that starts as a copy of this sample. */
  public Builder toBuilder() {
    return toBuilder(ts);
  }

  /**
   * A builder that starts as a copy of this sample, at another time.
   *
   * @param time of measurement, epoch milliseconds
   */
  public Builder toBuilder(long time) {
    Builder b = new Builder(time);
    System.arraycopy(scalars, 0, b.scalars, 0, scalars.length);
    b.cellVoltages = cellVoltages;
    b.temperatures = temperatures;
    b.balancing = balancing;
    b.state = state;
    b.chargeAllowed = chargeAllowed;
    b.dischargeAllowed = dischargeAllowed;
    b.alarms = alarms;
    b.extras.putAll(extras);
    return b;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sample s
        && ts == s.ts
        && Arrays.equals(scalars, s.scalars)
        && Arrays.equals(cellVoltages, s.cellVoltages)
        && Arrays.equals(temperatures, s.temperatures)
        && Arrays.equals(balancing, s.balancing)
        && state == s.state
        && Objects.equals(chargeAllowed, s.chargeAllowed)
        && Objects.equals(dischargeAllowed, s.dischargeAllowed)
        && Objects.equals(alarms, s.alarms)
        && extras.equals(s.extras);
  }

  @Override
  public int hashCode() {
    return Objects.hash(ts, Arrays.hashCode(scalars), Arrays.hashCode(cellVoltages), extras);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Sample[ts=").append(ts);
    for (Metric metric : Metric.values()) {
      if (has(metric)) {
        text.append(' ').append(metric.jsonName()).append('=').append(value(metric));
      }
    }
    if (cellVoltages.length > 0) {
      text.append(" cells=").append(Arrays.toString(cellVoltages));
    }
    if (temperatures.length > 0) {
      text.append(" temperatures=").append(Arrays.toString(temperatures));
    }
    return text.append(" state=")
        .append(state)
        .append(" alarms=")
        .append(alarms)
        .append(']')
        .toString();
  }

  /** Collects what is known; not for use by several threads. */
  public static final class Builder {

    private final long ts;
    private final double[] scalars = new double[Metric.values().length];
    private double[] cellVoltages = {};
    private double[] temperatures = {};
    private boolean[] balancing = {};
    private BatteryState state;
    private Boolean chargeAllowed;
    private Boolean dischargeAllowed;
    private List<Alarm> alarms;
    private final Map<String, Double> extras = new TreeMap<>();

    /**
     * @param ts time of measurement, epoch milliseconds
     */
    public Builder(long ts) {
      this.ts = ts;
      Arrays.fill(scalars, Double.NaN);
    }

    /** NaN withdraws the value. */
    public Builder put(Metric metric, double value) {
      scalars[metric.ordinal()] = value;
      return this;
    }

    /** NaN when not put yet. */
    public double value(Metric metric) {
      return scalars[metric.ordinal()];
    }

    public Builder cellVoltages(double... volts) {
      cellVoltages = volts.clone();
      return this;
    }

    public Builder temperatures(double... celsius) {
      temperatures = celsius.clone();
      return this;
    }

    public Builder balancing(boolean... active) {
      balancing = active.clone();
      return this;
    }

    /** Null withdraws it. */
    public Builder state(BatteryState value) {
      state = value;
      return this;
    }

    /** Null withdraws it. */
    public Builder chargeAllowed(Boolean value) {
      chargeAllowed = value;
      return this;
    }

    /** Null withdraws it. */
    public Builder dischargeAllowed(Boolean value) {
      dischargeAllowed = value;
      return this;
    }

    /** Null says the device does not report alarms. */
    public Builder alarms(List<Alarm> active) {
      alarms = active;
      return this;
    }

    public Builder extra(String name, double value) {
      extras.put(name, value);
      return this;
    }

    public Builder withoutExtra(String name) {
      extras.remove(name);
      return this;
    }

    public Sample build() {
      return new Sample(this);
    }
  }
}
