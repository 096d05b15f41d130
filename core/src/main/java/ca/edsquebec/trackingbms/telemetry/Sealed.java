package ca.edsquebec.trackingbms.telemetry;

import java.util.ArrayList;
import java.util.List;

/**
 * What a pass of {@link Sealing} did.
 *
 * @param hours hours of one battery that were written
 * @param samples rows that became part of a chunk, or were there already
 * @param retries transactions begun again because a writer or another sealer was faster
 * @param left what could not be sealed and stays as rows, readable as before
 */
public record Sealed(int hours, long samples, int retries, List<Left> left) {

  public Sealed {
    left = List.copyOf(left);
  }

  /**
   * An hour that was left alone.
   *
   * @param batteryId internal
   * @param hour when it begins, epoch milliseconds
   */
  public record Left(long batteryId, long hour, String reason) {}

  static final class Count {
    private final List<Left> left = new ArrayList<>();
    private int hours;
    private long samples;
    private int retries;

    void sealed(int moreHours, long moreSamples) {
      hours += moreHours;
      samples += moreSamples;
    }

    void retried() {
      retries++;
    }

    void left(Left one) {
      left.add(one);
    }

    Sealed toSealed() {
      return new Sealed(hours, samples, retries, left);
    }
  }
}
