package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.tenant.TenantId;

/** What wants to know that a battery's latest sample moved. */
@FunctionalInterface
public interface SampleListener {

  /**
   * Called after the sample is committed and before its sender is answered, on a writer's thread,
   * which holds no connection: be quick, hand slow work to a thread of your own, and store no
   * samples here, since the writer that would do it is the one that calls. For one battery the
   * times only grow, and calls for one tenant never overlap. What it throws is logged and stops
   * nobody.
   */
  void latestMoved(TenantId tenant, long batteryId, Sample sample);
}
