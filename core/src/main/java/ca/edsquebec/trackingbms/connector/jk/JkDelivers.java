package ca.edsquebec.trackingbms.connector.jk;

import ca.edsquebec.trackingbms.connector.Delivers;
import ca.edsquebec.trackingbms.connector.Delivers.Part;
import ca.edsquebec.trackingbms.connector.DeliversBuilder;
import ca.edsquebec.trackingbms.measure.Metric;

/** What a JK can say, in either of its languages. */
final class JkDelivers {

  static final Delivers ALL =
      new DeliversBuilder()
          .fields(JkLayout.tables())
          .meanings(JkTags.SCALARS.stream().map(JkTags.Scalar::meaning).toList())
          .metrics(Metric.CURRENT, Metric.MOSFET_TEMPERATURE)
          .alarms(JkLayout.ALARMS, JkTagged.ALARMS)
          .parts(Part.CELL_VOLTAGES, Part.TEMPERATURES, Part.CHARGE_ALLOWED, Part.DISCHARGE_ALLOWED)
          .measured();

  private JkDelivers() {}
}
