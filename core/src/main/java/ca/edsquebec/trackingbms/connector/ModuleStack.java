package ca.edsquebec.trackingbms.connector;

import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.Metric;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Modules in parallel as one battery. Cells and probes follow each other in the order of the
 * modules' numbers; voltages and states of health are averaged, currents, charges and limits of
 * current added, and the state of charge is weighed by the modules' capacities. A module that has
 * been silent for {@link WorkingState#MAX_AGE_MICROS} is no longer added up; its cells and probes
 * keep their places and are not known. Bounded; not for several threads.
 */
final class ModuleStack {

  private static final int MAX_ANSWERS = 128;
  private static final int MAX_MODULES = 64;

  private static final Set<Metric> ADDED =
      EnumSet.of(
          Metric.CURRENT,
          Metric.POWER,
          Metric.REMAINING_CAPACITY,
          Metric.FULL_CAPACITY,
          Metric.ENERGY_IN,
          Metric.ENERGY_OUT,
          Metric.CHARGE_CURRENT_LIMIT,
          Metric.DISCHARGE_CURRENT_LIMIT);

  private final int expected;
  private final TreeMap<Key, Timed<List<Reading>>> said;

  /** Of every module that was ever heard. */
  private final TreeMap<Integer, Shape> shapes;

  /** Whether all were heard that are: one has answered a second time, or all at once. */
  private boolean heardAll;

  /** How many places a module takes. */
  private record Shape(int cells, int probes) {

    static Shape of(List<Reading> readings) {
      int cells = 0;
      int probes = 0;
      for (Reading reading : readings) {
        if (reading instanceof Reading.Cell r) {
          cells = Math.max(cells, r.index() + 1);
        } else if (reading instanceof Reading.Temperature r) {
          probes = Math.max(probes, r.index() + 1);
        }
      }
      return new Shape(cells, probes);
    }

    Shape orMore(Shape other) {
      return new Shape(Math.max(cells, other.cells), Math.max(probes, other.probes));
    }
  }

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
   *     when that is not known: then not before {@link #heardAll}, or one of them answers again
   */
  ModuleStack(int expected) {
    this.expected = expected;
    said = new TreeMap<>();
    shapes = new TreeMap<>();
  }

  private ModuleStack(ModuleStack other) {
    expected = other.expected;
    said = new TreeMap<>(other.said);
    shapes = new TreeMap<>(other.shapes);
    heardAll = other.heardAll;
  }

  ModuleStack copy() {
    return new ModuleStack(this);
  }

  void heardAll() {
    heardAll = true;
  }

  /** What that module said in an answer of that kind replaces what it said in one before. */
  void put(Decoded.Module module, long timeMicros) {
    forget(timeMicros);
    Key key = new Key(module.number(), module.part());
    boolean room = shapes.size() < MAX_MODULES || shapes.containsKey(module.number());
    heardAll |= said.containsKey(key);
    if (room && (said.size() < MAX_ANSWERS || said.containsKey(key))) {
      said.put(key, new Timed<>(List.copyOf(module.readings()), timeMicros));
      shapes.merge(module.number(), Shape.of(module.readings()), Shape::orMore);
    }
  }

  private void forget(long nowMicros) {
    said.values().removeIf(answer -> !answer.isFreshAt(nowMicros, WorkingState.MAX_AGE_MICROS));
  }

  /** What the modules make together. */
  List<Reading> at(long timeMicros) {
    forget(timeMicros);
    long heard = said.keySet().stream().map(Key::number).distinct().count();
    boolean counted = expected > 0 || heardAll;
    if (shapes.size() == 1 && expected <= 1) {
      return of(shapes.firstKey()).map(r -> counted ? r : withoutSum(r)).toList();
    }
    Sum sum = new Sum(counted ? Math.max(expected, heard) : Long.MAX_VALUE);
    shapes.forEach((number, shape) -> sum.add(number, shape, of(number).toList()));
    return sum.readings();
  }

  private Stream<Reading> of(int number) {
    return said.entrySet().stream()
        .filter(answer -> answer.getKey().number() == number)
        .flatMap(answer -> answer.getValue().value().stream());
  }

  private static Reading withoutSum(Reading reading) {
    return reading instanceof Reading.Scalar r && ADDED.contains(r.metric())
        ? new Reading.Scalar(r.metric(), Double.NaN)
        : reading;
  }

  /** One pass over the modules. */
  private static final class Sum {

    private final long needed;
    private final List<Reading> out = new ArrayList<>();
    private final Map<Metric, List<Double>> scalars = new EnumMap<>(Metric.class);
    private int cells;
    private int probes;
    private Boolean charge;
    private Boolean discharge;

    /**
     * @param needed how many modules must have told a value for their sum to be told
     */
    Sum(long needed) {
      this.needed = needed;
    }

    void add(int number, Shape shape, List<Reading> readings) {
      int firstCell = cells;
      int firstProbe = probes;
      cells += shape.cells();
      probes += shape.probes();
      Shape told = Shape.of(readings);
      for (int i = told.cells(); i < shape.cells(); i++) {
        out.add(new Reading.Cell(firstCell + i, Double.NaN));
      }
      for (int i = told.probes(); i < shape.probes(); i++) {
        out.add(new Reading.Temperature(firstProbe + i, Double.NaN));
      }
      for (Reading reading : readings) {
        if (reading instanceof Reading.Cell r) {
          out.add(new Reading.Cell(firstCell + r.index(), r.volts()));
        } else if (reading instanceof Reading.Temperature r) {
          out.add(new Reading.Temperature(firstProbe + r.index(), r.celsius()));
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

    private double of(Metric metric, List<Double> told) {
      if (ADDED.contains(metric)) {
        return told.size() >= needed ? total(told) : Double.NaN;
      }
      if (metric == Metric.SOC) {
        return stateOfCharge(told);
      }
      // One that does not know it leaves it to the others; of none, 0 / 0 is NaN.
      List<Double> values = told.stream().filter(value -> !value.isNaN()).toList();
      return switch (metric) {
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
