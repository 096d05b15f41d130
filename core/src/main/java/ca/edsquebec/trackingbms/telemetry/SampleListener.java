package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.tenant.TenantId;

/** What wants to know that a battery's latest sample moved. */
@FunctionalInterface
public interface SampleListener {

  /**
   * Called before the sample's sender is answered, on a thread that holds no connection: be quick,
   * hand slow work to a thread of your own, and store no samples here, since the writer that would
   * do it may be the one that calls. A stored sample is committed by then; of a device that speaks
   * in frames, what is known now is shown as well, between two samples that are stored. For one
   * battery the times only grow, and calls for one tenant never overlap. What it throws is logged
   * and stops nobody.
   */
  void latestMoved(TenantId tenant, long batteryId, Sample sample);
}
