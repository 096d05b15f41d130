package ca.edsquebec.trackingbms.connector.vedirect;

import ca.edsquebec.trackingbms.connector.Delivers;
import ca.edsquebec.trackingbms.connector.DeliversBuilder;
import ca.edsquebec.trackingbms.measure.Metric;

/** What a battery monitor can say: it measures the battery as a whole. */
final class VeDirectDelivers {

  static final Delivers ALL =
      new DeliversBuilder()
          .meanings(VeDirectFields.meanings())
          .metrics(Metric.ENERGY_IN, Metric.ENERGY_OUT)
          .alarms(VeDirectFields.REASONS)
          .measured();

  private VeDirectDelivers() {}
}
