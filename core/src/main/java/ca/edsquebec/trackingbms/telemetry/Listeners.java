package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells one after the other; one that fails is logged when it begins to, and the others run. */
final class Listeners {

  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  private final List<SampleListener> inOrder;
  private final Set<SampleListener> failing = ConcurrentHashMap.newKeySet();

  Listeners(List<SampleListener> inOrder) {
    this.inOrder = List.copyOf(inOrder);
  }

  void latestMoved(TenantId tenant, long batteryId, Sample sample) {
    for (SampleListener listener : inOrder) {
      try {
        listener.latestMoved(tenant, batteryId, sample);
        if (failing.remove(listener)) {
          LOG.info("{} takes samples again", listener);
        }
      } catch (RuntimeException e) {
        if (failing.add(listener)) {
          LOG.error(
              "{} failed on a sample of battery {} of client {}; not logged again until it takes one",
              listener,
              batteryId,
              tenant,
              e);
        }
      }
    }
  }
}
