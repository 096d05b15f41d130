package ca.edsquebec.trackingbms.connector.foxbms;

import ca.edsquebec.trackingbms.connector.Delivers;
import ca.edsquebec.trackingbms.connector.Delivers.Part;
import ca.edsquebec.trackingbms.connector.DeliversBuilder;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.Metric;
import java.util.List;

/** What a foxBMS can say. That a string is being balanced is on the wire, of which cells is not. */
final class FoxBmsDelivers {

  static final Delivers ALL =
      new DeliversBuilder()
          .metrics(PlainScalars.METRICS.values().toArray(Metric[]::new))
          .metrics(
              Metric.PACK_VOLTAGE,
              Metric.CURRENT,
              Metric.POWER,
              Metric.SOC,
              Metric.SOH,
              Metric.INSULATION)
          .extras("busVoltage", "energyCounter", "socMaximum", "availableEnergy")
          .alarms(AlarmBit.codes(PackAlarms.BITS))
          .alarms(AlarmBit.codes(StringAlarms.BITS))
          .alarms(AlarmBit.codes(Alarms.COLLECTIVE))
          .alarms(FatalErrors.codes())
          .alarms(List.of(AlarmCode.OTHER))
          .parts(Part.CELL_VOLTAGES, Part.TEMPERATURES, Part.STATE)
          .measured();

  private FoxBmsDelivers() {}
}
