package ca.edsquebec.trackingbms.connector;

import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.Metric;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Modules in parallel as one battery. Cells and probes follow each other in the order of the
 * modules' numbers; voltages and states of health are averaged, currents, charges and limits of
 * current added, and the state of charge is weighed by the modules' capacities. A module that has
 * been silent for {@link WorkingState#MAX_AGE_MICROS} is forgotten. Bounded; not for several
 * threads.
 */
final class ModuleStack {

  private static final int MAX_ANSWERS = 128;

  private final int expected;
  private final TreeMap<Key, Timed<List<Reading>>> said;

  /** One kind of answer of one module. */
  private record Key(int number, String part) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return number != other.number
          ? Integer.compare(number, other.number)
          : part.compareTo(other.part);
    }
  }

  /**
   * @param expected how many there are: what is added up is not told before all have been heard; 0
   *     when that is not known
   */
  ModuleStack(int expected) {
    this(expected, Map.of());
  }

  private ModuleStack(int expected, Map<Key, Timed<List<Reading>>> said) {
    this.expected = expected;
    this.said = new TreeMap<>(said);
  }

  ModuleStack copy() {
    return new ModuleStack(expected, said);
  }

  /** What that module said in an answer of that kind replaces what it said in one before. */
  void put(Decoded.Module module, long timeMicros) {
    forget(timeMicros);
    Key key = new Key(module.number(), module.part());
    if (said.size() < MAX_ANSWERS || said.containsKey(key)) {
      said.put(key, new Timed<>(List.copyOf(module.readings()), timeMicros));
    }
  }

  private void forget(long nowMicros) {
    said.values().removeIf(answer -> !answer.isFreshAt(nowMicros, WorkingState.MAX_AGE_MICROS));
  }

  /** What the modules make together. */
  List<Reading> at(long timeMicros) {
    forget(timeMicros);
    long heard = said.keySet().stream().map(Key::number).distinct().count();
    if (heard == 1 && expected <= 1) {
      return said.values().stream().flatMap(answer -> answer.value().stream()).toList();
    }
    Sum sum = new Sum(heard >= expected);
    said.forEach((key, answer) -> sum.add(key.number(), answer.value()));
    return sum.readings();
  }

  /** One pass over the modules. */
  private static final class Sum {

    private final boolean complete;
    private final List<Reading> out = new ArrayList<>();
    private final Map<Metric, List<Double>> scalars = new EnumMap<>(Metric.class);
    private int cells;
    private int probes;
    private Boolean charge;
    private Boolean discharge;

    Sum(boolean complete) {
      this.complete = complete;
    }

    void add(int number, List<Reading> readings) {
      int firstCell = cells;
      int firstProbe = probes;
      for (Reading reading : readings) {
        if (reading instanceof Reading.Cell r) {
          out.add(new Reading.Cell(firstCell + r.index(), r.volts()));
          cells = Math.max(cells, firstCell + r.index() + 1);
        } else if (reading instanceof Reading.Temperature r) {
          out.add(new Reading.Temperature(firstProbe + r.index(), r.celsius()));
          probes = Math.max(probes, firstProbe + r.index() + 1);
        } else if (reading instanceof Reading.Balancing r) {
          out.add(new Reading.Balancing(firstCell + r.index(), r.active()));
        } else if (reading instanceof Reading.Scalar r) {
          scalars.computeIfAbsent(r.metric(), m -> new ArrayList<>()).add(r.value());
        } else if (reading instanceof Reading.ChargeAllowed r) {
          charge = r.allowed() || Boolean.TRUE.equals(charge);
        } else if (reading instanceof Reading.DischargeAllowed r) {
          discharge = r.allowed() || Boolean.TRUE.equals(discharge);
        } else if (reading instanceof Reading.Alarms r) {
          out.add(new Reading.Alarms(r.source() + "/" + number, named(number, r.active())));
        }
      }
    }

    private static List<Alarm> named(int number, List<Alarm> alarms) {
      return alarms.stream()
          .map(a -> new Alarm(a.code(), a.level(), a.raw() + " module " + number))
          .toList();
    }

    List<Reading> readings() {
      scalars.forEach((metric, values) -> out.add(new Reading.Scalar(metric, of(metric, values))));
      if (charge != null) {
        out.add(new Reading.ChargeAllowed(charge));
      }
      if (discharge != null) {
        out.add(new Reading.DischargeAllowed(discharge));
      }
      return out;
    }

    private double of(Metric metric, List<Double> values) {
      return switch (metric) {
        case CURRENT,
            POWER,
            REMAINING_CAPACITY,
            FULL_CAPACITY,
            ENERGY_IN,
            ENERGY_OUT,
            CHARGE_CURRENT_LIMIT,
            DISCHARGE_CURRENT_LIMIT ->
            complete ? total(values) : Double.NaN;
        case SOC -> stateOfCharge(values);
        case CELL_VOLTAGE_MIN, TEMPERATURE_MIN, INSULATION, CHARGE_VOLTAGE_LIMIT -> least(values);
        case CELL_VOLTAGE_MAX,
            CELL_VOLTAGE_DELTA,
            TEMPERATURE_MAX,
            MOSFET_TEMPERATURE,
            CYCLES,
            DISCHARGE_VOLTAGE_LIMIT ->
            -least(values.stream().map(v -> -v).toList());
        default -> rounded(total(values) / values.size());
      };
    }

    private double stateOfCharge(List<Double> values) {
      List<Double> capacities = scalars.get(Metric.FULL_CAPACITY);
      boolean weighed = capacities != null && capacities.size() == values.size();
      double charge = 0;
      double capacity = 0;
      for (int i = 0; i < values.size(); i++) {
        double weight = weighed ? capacities.get(i) : 1;
        charge += weight * values.get(i);
        capacity += weight;
      }
      return capacity > 0 ? rounded(charge / capacity) : Double.NaN;
    }

    private static double total(List<Double> values) {
      return rounded(values.stream().mapToDouble(Double::doubleValue).sum());
    }

    private static double least(List<Double> values) {
      return values.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    }

    /** Ends the noise of binary fractions. */
    private static double rounded(double value) {
      return Math.rint(value * 1000) / 1000;
    }
  }
}
