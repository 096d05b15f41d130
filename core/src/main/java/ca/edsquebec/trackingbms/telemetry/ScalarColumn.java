package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The metrics that most devices give have a column each; it holds value × steps, rounded. */
enum ScalarColumn {
  PACK_VOLTAGE(Metric.PACK_VOLTAGE, 1000, "pack_voltage"),
  CURRENT(Metric.CURRENT, 1000, "pack_current"),
  POWER(Metric.POWER, 10, "pack_power"),
  SOC(Metric.SOC, 100, "soc"),
  SOH(Metric.SOH, 100, "soh"),
  CELL_MIN(Metric.CELL_VOLTAGE_MIN, 1000, "cell_min"),
  CELL_MAX(Metric.CELL_VOLTAGE_MAX, 1000, "cell_max"),
  CELL_AVG(Metric.CELL_VOLTAGE_AVG, 1000, "cell_avg"),
  TEMPERATURE_MIN(Metric.TEMPERATURE_MIN, 10, "temperature_min"),
  TEMPERATURE_MAX(Metric.TEMPERATURE_MAX, 10, "temperature_max");

  /** Stands for NULL where a number is kept; no column holds it. */
  static final int ABSENT = Integer.MIN_VALUE;

  private static final Map<Metric, ScalarColumn> BY_METRIC =
      Arrays.stream(values()).collect(Collectors.toMap(ScalarColumn::metric, Function.identity()));

  private final Metric metric;
  private final int steps;
  private final String column;

  ScalarColumn(Metric metric, int steps, String column) {
    this.metric = metric;
    this.steps = steps;
    this.column = column;
  }

  static Optional<ScalarColumn> of(Metric metric) {
    return Optional.ofNullable(BY_METRIC.get(metric));
  }

  Metric metric() {
    return metric;
  }

  String column() {
    return column;
  }

  /** What is stored is the value times this. */
  int steps() {
    return steps;
  }

  /** The number to store; {@link #ABSENT} when the sample lacks it or it can't be true. */
  int encode(Sample sample) {
    double value = sample.value(metric);
    return metric.isPlausible(value) ? (int) Math.rint(value * steps) : ABSENT;
  }

  /** In the metric's unit; NaN for {@link #ABSENT}. */
  double decode(int stored) {
    return stored == ABSENT ? Double.NaN : stored / (double) steps;
  }
}
