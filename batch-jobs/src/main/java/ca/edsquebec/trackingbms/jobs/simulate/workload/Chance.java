package ca.edsquebec.trackingbms.jobs.simulate.workload;

/** Chance that is the same each time it is asked. */
final class Chance {

  private Chance() {}

  /** SplitMix64's step: neighbours in, strangers out. */
  static long of(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
