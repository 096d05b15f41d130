package ca.edsquebec.trackingbms.connector.pace;

import ca.edsquebec.trackingbms.connector.Delivers;
import ca.edsquebec.trackingbms.connector.Delivers.Part;
import ca.edsquebec.trackingbms.connector.DeliversBuilder;
import ca.edsquebec.trackingbms.measure.Metric;

/** What packs can say. Which cells they balance is on the wire and not told on. */
final class PaceDelivers {

  static final Delivers ALL =
      new DeliversBuilder()
          .metrics(
              Metric.PACK_VOLTAGE,
              Metric.CURRENT,
              Metric.SOC,
              Metric.SOH,
              Metric.REMAINING_CAPACITY,
              Metric.FULL_CAPACITY,
              Metric.CYCLES,
              Metric.MOSFET_TEMPERATURE,
              Metric.AMBIENT_TEMPERATURE)
          .extras("designCapacity")
          .alarms(PaceStatus.PROTECTION, PaceStatus.WARNING, PaceStatus.FAULT)
          .parts(Part.CELL_VOLTAGES, Part.TEMPERATURES, Part.CHARGE_ALLOWED, Part.DISCHARGE_ALLOWED)
          .measured();

  private PaceDelivers() {}
}
