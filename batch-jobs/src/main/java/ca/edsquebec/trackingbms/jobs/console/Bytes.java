package ca.edsquebec.trackingbms.jobs.console;

import java.util.Locale;

/** A number of bytes as people read it: {@code 920 B}, {@code 14.2 MB}, {@code 1.31 GB}. */
public final class Bytes {

  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};

  private Bytes() {}

  /**
   * @param bytes not negative; a kB are 1000
   * @return three digits at least, those before the point all
   */
  public static String shown(long bytes) {
    double value = bytes;
    int unit = 0;
    // What would be rounded up to 1000 belongs to the next unit.
    while (value >= 999.5) {
      value /= 1000;
      unit++;
    }
    int digits = unit == 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + digits + "f %s", value, UNITS[unit]);
  }
}
