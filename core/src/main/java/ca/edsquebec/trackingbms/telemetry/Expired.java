package ca.edsquebec.trackingbms.telemetry;

import java.time.Instant;

/**
 * What {@link Retention} deleted, or would delete.
 *
 * @param before what ended by then has been kept for long enough; a whole hour
 * @param hours hours of one battery
 * @param samples of those hours, and rows that came late for hours deleted earlier
 * @param bytes compressed samples; the database uses their place again, its files do not shrink
 * @param hoursLeft hours of one battery that are as old and stay as rows, since they have no rollup
 *     that would be left of them: see {@link Sealed#left}
 */
public record Expired(Instant before, long hours, long samples, long bytes, long hoursLeft) {

  static final class Count {
    private long hours;
    private long samples;
    private long bytes;
    private long hoursLeft;

    void hours(long more, long moreSamples, long moreBytes) {
      hours += more;
      samples += moreSamples;
      bytes += moreBytes;
    }

    void rows(long more) {
      samples += more;
    }

    void left() {
      hoursLeft++;
    }

    Expired toExpired(long beforeMillis) {
      return new Expired(Instant.ofEpochMilli(beforeMillis), hours, samples, bytes, hoursLeft);
    }
  }
}
