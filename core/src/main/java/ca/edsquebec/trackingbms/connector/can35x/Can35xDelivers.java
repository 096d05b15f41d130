package ca.edsquebec.trackingbms.connector.can35x;

import ca.edsquebec.trackingbms.connector.Delivers;
import ca.edsquebec.trackingbms.connector.Delivers.Part;
import ca.edsquebec.trackingbms.connector.DeliversBuilder;
import ca.edsquebec.trackingbms.connector.wire.FieldTable;
import ca.edsquebec.trackingbms.measure.Metric;

/** What a battery can tell an inverter: no cell and no probe by itself, but their extremes. */
final class Can35xDelivers {

  static final Delivers ALL =
      new DeliversBuilder()
          .fields(Can35xMessages.NUMBERS.values().toArray(FieldTable[]::new))
          .metrics(Metric.PACK_VOLTAGE)
          .extras("modules", "onlineCapacity")
          .alarms(Can35xAlarms.codes())
          .parts(Part.CHARGE_ALLOWED, Part.DISCHARGE_ALLOWED)
          .measured();

  private Can35xDelivers() {}
}
