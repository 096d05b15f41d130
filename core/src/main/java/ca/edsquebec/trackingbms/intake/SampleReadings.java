package ca.edsquebec.trackingbms.intake;

import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A stored sample as what was said to get it, as far as that can be known. */
final class SampleReadings {

  /** What follows from others when nobody says it: believed again, it would no longer follow. */
  private static final Set<Metric> DERIVED =
      EnumSet.of(
          Metric.POWER,
          Metric.CELL_VOLTAGE_MIN,
          Metric.CELL_VOLTAGE_MAX,
          Metric.CELL_VOLTAGE_AVG,
          Metric.CELL_VOLTAGE_DELTA,
          Metric.TEMPERATURE_MIN,
          Metric.TEMPERATURE_MAX,
          Metric.TEMPERATURE_AVG);

  private SampleReadings() {}

  static List<Reading> of(Sample sample) {
    List<Reading> readings = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      if (sample.has(metric) && !DERIVED.contains(metric)) {
        readings.add(new Reading.Scalar(metric, sample.value(metric)));
      }
    }
    double[] cells = sample.cellVoltages();
    for (int i = 0; i < cells.length; i++) {
      readings.add(new Reading.Cell(i, cells[i]));
    }
    double[] temperatures = sample.temperatures();
    for (int i = 0; i < temperatures.length; i++) {
      readings.add(new Reading.Temperature(i, temperatures[i]));
    }
    sample.state().ifPresent(state -> readings.add(new Reading.State(state)));
    sample.chargeAllowed().ifPresent(yes -> readings.add(new Reading.ChargeAllowed(yes)));
    sample.dischargeAllowed().ifPresent(yes -> readings.add(new Reading.DischargeAllowed(yes)));
    sample.extras().forEach((name, value) -> readings.add(new Reading.Extra(name, value)));
    return readings;
  }
}
