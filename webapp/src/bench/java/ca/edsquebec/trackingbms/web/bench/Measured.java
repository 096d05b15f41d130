package ca.edsquebec.trackingbms.web.bench;

import java.util.Map;

/**
 * What a round came to.
 *
 * @param items how much was done
 * @param seconds by the clock
 * @param cpuSeconds of each process that had a part in it, by what it is called
 * @param statements what the database counted meanwhile
 */
record Measured(
    long items, double seconds, Map<String, Double> cpuSeconds, Map<String, Long> statements) {

  double perSecond() {
    return items / seconds;
  }

  /** Of all processes together. */
  double perCpuSecond() {
    return items / cpuSeconds.values().stream().mapToDouble(s -> s).sum();
  }
}
