package ca.edsquebec.trackingbms.connector.pylontech;

import ca.edsquebec.trackingbms.connector.Delivers;
import ca.edsquebec.trackingbms.connector.Delivers.Part;
import ca.edsquebec.trackingbms.connector.DeliversBuilder;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.Metric;
import java.util.List;

/** What modules can say. */
final class PylontechDelivers {

  static final Delivers ALL =
      new DeliversBuilder()
          .metrics(
              Metric.PACK_VOLTAGE,
              Metric.CURRENT,
              Metric.SOC,
              Metric.REMAINING_CAPACITY,
              Metric.FULL_CAPACITY,
              Metric.CYCLES,
              Metric.DISCHARGE_CURRENT_LIMIT)
          .fields(PylontechLimits.MANAGEMENT)
          .alarms(PylontechAlarms.PROTECTION)
          .alarms(
              List.of(
                  AlarmCode.CELL_OVERVOLTAGE,
                  AlarmCode.CELL_FAILURE,
                  AlarmCode.DISCHARGE_UNDERTEMPERATURE))
          .parts(Part.CELL_VOLTAGES, Part.TEMPERATURES, Part.CHARGE_ALLOWED, Part.DISCHARGE_ALLOWED)
          .measured();

  private PylontechDelivers() {}
}
