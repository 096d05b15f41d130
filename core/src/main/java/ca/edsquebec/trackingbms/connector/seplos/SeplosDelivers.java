package ca.edsquebec.trackingbms.connector.seplos;

import ca.edsquebec.trackingbms.connector.Delivers;
import ca.edsquebec.trackingbms.connector.Delivers.Part;
import ca.edsquebec.trackingbms.connector.DeliversBuilder;
import ca.edsquebec.trackingbms.measure.Metric;

/** What packs and their system can say, in either version; their alarms are not read. */
final class SeplosDelivers {

  static final Delivers ALL = all();

  private SeplosDelivers() {}

  private static Delivers all() {
    DeliversBuilder all =
        new DeliversBuilder()
            .metrics(
                Metric.PACK_VOLTAGE,
                Metric.CURRENT,
                Metric.REMAINING_CAPACITY,
                Metric.MOSFET_TEMPERATURE,
                Metric.AMBIENT_TEMPERATURE)
            .meanings(SeplosTelemetry.meanings())
            .parts(Part.CELL_VOLTAGES, Part.TEMPERATURES);
    for (SeplosBlock block : SeplosBlock.ALL) {
      all.fields(block.numbers()).meanings(block.meanings());
    }
    return all.measured();
  }
}
