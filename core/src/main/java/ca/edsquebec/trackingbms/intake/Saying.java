package ca.edsquebec.trackingbms.intake;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;

/** Whether one sample says something of which another one says nothing; their values may differ. */
final class Saying {

  private Saying() {}

  static boolean saysMore(Sample sent, Sample stored) {
    for (Metric metric : Metric.values()) {
      if (sent.has(metric) && !stored.has(metric)) {
        return true;
      }
    }
    return saysMore(sent.cellVoltages(), stored.cellVoltages())
        || saysMore(sent.temperatures(), stored.temperatures())
        || saysMore(sent.balancing(), stored.balancing())
        || !stored.extras().keySet().containsAll(sent.extras().keySet())
        || (sent.state().isPresent() && stored.state().isEmpty())
        || (sent.alarms().isPresent() && stored.alarms().isEmpty())
        || (sent.chargeAllowed().isPresent() && stored.chargeAllowed().isEmpty())
        || (sent.dischargeAllowed().isPresent() && stored.dischargeAllowed().isEmpty());
  }

  private static boolean saysMore(double[] sent, double[] stored) {
    for (int i = 0; i < sent.length; i++) {
      if (!Double.isNaN(sent[i]) && (i >= stored.length || Double.isNaN(stored[i]))) {
        return true;
      }
    }
    return false;
  }

  // A cell of which nothing is known stands there as one that is not being balanced.
  private static boolean saysMore(boolean[] sent, boolean[] stored) {
    for (int i = 0; i < sent.length; i++) {
      if (i >= stored.length || (sent[i] && !stored[i])) {
        return true;
      }
    }
    return false;
  }
}
