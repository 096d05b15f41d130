package ca.edsquebec.trackingbms.jobs.simulate.model;

/** Chance that is the same each time it is asked. */
final class Noise {

  private final long seed;

  Noise(long seed) {
    this.seed = seed;
  }

  /** Evenly spread from −1 to 1, by what it is for and its number (a second, a cell, a day). */
  double at(Of of, long number) {
    long mixed = mixed(mixed(seed + of.ordinal()) ^ number);
    return (mixed >> 11) * 0x1p-52;
  }

  /** SplitMix64's finalizer: neighbours in, strangers out. */
  private static long mixed(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** What chance decides. */
  enum Of {
    SHIFT,
    DAY,
    CHARGE,
    HEALTH,
    CELL,
    CURRENT,
    PHASE,
    VOLTAGE,
    SENSOR,
    WEATHER,
    INSULATION
  }
}
