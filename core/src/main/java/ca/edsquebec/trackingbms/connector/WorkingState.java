package ca.edsquebec.trackingbms.connector;

import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.BatteryState;
import ca.edsquebec.trackingbms.measure.Derived;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is known of a battery right now, put together from readings that come a few at a time. A
 * value that no frame has repeated for a while of frame time is no longer known. Bounded in size
 * whatever comes: a name beyond the limit has no place until one is no longer known; not for use by
 * several threads.
 */
public final class WorkingState {

  /**
   * How long a value is believed without being repeated, in microseconds of frame time, where a
   * device says all it knows again and again.
   */
  public static final long MAX_AGE_MICROS = 60_000_000;

  /** Cells and sensors with a higher index are dropped. */
  public static final int MAX_INDEXES = 2048;

  static final int MAX_EXTRAS = 256;
  private static final int MAX_ALARM_SOURCES = 256;

  private final long maxAgeMicros;
  private final Slots scalars;
  private final Slots cells;
  private final Slots temperatures;
  private final Slots balancing;
  private final TreeMap<String, Timed<Double>> extras;
  private final TreeMap<String, Timed<List<Alarm>>> alarms;
  private Timed<BatteryState> state;
  private Timed<Boolean> chargeAllowed;
  private Timed<Boolean> dischargeAllowed;
  private long dropped;

  /** Nothing known; a value is believed for {@link #MAX_AGE_MICROS}. */
  public WorkingState() {
    this(MAX_AGE_MICROS);
  }

  /**
   * Nothing known.
   *
   * @param maxAgeMicros how long a value is believed without being repeated
   */
  public WorkingState(long maxAgeMicros) {
    this.maxAgeMicros = maxAgeMicros;
    scalars = new Slots(Metric.values().length);
    cells = new Slots(MAX_INDEXES);
    temperatures = new Slots(MAX_INDEXES);
    balancing = new Slots(MAX_INDEXES);
    extras = new TreeMap<>();
    alarms = new TreeMap<>();
  }

  private WorkingState(WorkingState other) {
    maxAgeMicros = other.maxAgeMicros;
    scalars = other.scalars.copy();
    cells = other.cells.copy();
    temperatures = other.temperatures.copy();
    balancing = other.balancing.copy();
    extras = new TreeMap<>(other.extras);
    alarms = new TreeMap<>(other.alarms);
    state = other.state;
    chargeAllowed = other.chargeAllowed;
    dischargeAllowed = other.dischargeAllowed;
    dropped = other.dropped;
  }

  /** One that knows nothing and believes as long as this one. */
  WorkingState afresh() {
    WorkingState fresh = new WorkingState(maxAgeMicros);
    fresh.dropped = dropped;
    return fresh;
  }

  /** A state that goes its own way from here. */
  public WorkingState copy() {
    return new WorkingState(this);
  }

  /**
   * Takes over what one frame said. What is held from a later time stays.
   *
   * @param timeMicros the frame's time, epoch microseconds
   */
  public void merge(long timeMicros, List<Reading> readings) {
    for (Reading reading : readings) {
      merge(timeMicros, reading);
    }
  }

  private void merge(long time, Reading reading) {
    if (reading instanceof Reading.Scalar r) {
      scalars.put(r.metric().ordinal(), r.value(), time);
    } else if (reading instanceof Reading.Cell r) {
      cells.put(r.index(), r.volts(), time);
    } else if (reading instanceof Reading.Temperature r) {
      temperatures.put(r.index(), r.celsius(), time);
    } else if (reading instanceof Reading.Balancing r) {
      balancing.put(r.index(), r.active() ? 1 : 0, time);
    } else if (reading instanceof Reading.Extra r) {
      keep(extras, MAX_EXTRAS, r.name(), new Timed<>(r.value(), time));
    } else if (reading instanceof Reading.Alarms r) {
      keep(alarms, MAX_ALARM_SOURCES, r.source(), new Timed<>(r.active(), time));
    } else if (reading instanceof Reading.State r) {
      state = Timed.newer(state, new Timed<>(r.state(), time));
    } else if (reading instanceof Reading.ChargeAllowed r) {
      chargeAllowed = Timed.newer(chargeAllowed, new Timed<>(r.allowed(), time));
    } else if (reading instanceof Reading.DischargeAllowed r) {
      dischargeAllowed = Timed.newer(dischargeAllowed, new Timed<>(r.allowed(), time));
    }
  }

  private <T> void keep(Map<String, Timed<T>> held, int limit, String name, Timed<T> value) {
    if (held.size() >= limit && !held.containsKey(name)) {
      held.values().removeIf(old -> !old.isFreshAt(value.timeMicros(), maxAgeMicros));
    }
    if (held.size() < limit || held.containsKey(name)) {
      held.merge(name, value, Timed::newer);
    } else {
      dropped++;
    }
  }

  /** Readings so far that had no place, there being too many names. */
  long dropped() {
    return dropped;
  }

  /** The alarms that are raised at that frame time; empty too when nothing reports alarms. */
  Set<Alarm> alarmsAt(long nowMicros) {
    Set<Alarm> raised = new LinkedHashSet<>();
    for (Timed<List<Alarm>> source : alarms.values()) {
      if (source.isFreshAt(nowMicros, maxAgeMicros)) {
        raised.addAll(source.value());
      }
    }
    return raised;
  }

  /**
   * All that is known at that instant, with what follows from it ({@link Derived}).
   *
   * @param tsMillis the sample's time, epoch milliseconds
   */
  public Sample snapshot(long tsMillis) {
    long now = tsMillis * 1000;
    Sample.Builder out = new Sample.Builder(tsMillis);
    double[] values = scalars.freshAt(now, maxAgeMicros);
    for (int i = 0; i < values.length; i++) {
      out.put(Metric.values()[i], values[i]);
    }
    out.cellVoltages(cells.freshAt(now, maxAgeMicros));
    out.temperatures(temperatures.freshAt(now, maxAgeMicros));
    out.balancing(flags(balancing.freshAt(now, maxAgeMicros)));
    out.state(fresh(state, now));
    out.chargeAllowed(fresh(chargeAllowed, now));
    out.dischargeAllowed(fresh(dischargeAllowed, now));
    if (alarms.values().stream().anyMatch(source -> source.isFreshAt(now, maxAgeMicros))) {
      out.alarms(new ArrayList<>(alarmsAt(now)));
    }
    extras.forEach(
        (name, held) -> {
          if (held.isFreshAt(now, maxAgeMicros) && !held.value().isNaN()) {
            out.extra(name, held.value());
          }
        });
    return Derived.complete(out.build());
  }

  private <T> T fresh(Timed<T> held, long now) {
    return held != null && held.isFreshAt(now, maxAgeMicros) ? held.value() : null;
  }

  private static boolean[] flags(double[] values) {
    boolean[] flags = new boolean[values.length];
    for (int i = 0; i < values.length; i++) {
      flags[i] = values[i] == 1;
    }
    return flags;
  }
}
