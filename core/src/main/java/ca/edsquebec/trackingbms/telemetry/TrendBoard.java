package ca.edsquebec.trackingbms.telemetry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The trends of one tenant, while somebody looks at them. */
final class TrendBoard {

  private final Map<Long, TrendRing> rings = new ConcurrentHashMap<>();
  private volatile long askedMillis;

  TrendBoard(long nowMillis) {
    this.askedMillis = nowMillis;
  }

  TrendRing ring(long batteryId) {
    return rings.computeIfAbsent(batteryId, id -> new TrendRing());
  }

  void asked(long nowMillis) {
    askedMillis = nowMillis;
  }

  long askedMillis() {
    return askedMillis;
  }
}
