package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.tenant.RetentionPeriod;
import java.time.Instant;

/**
 * What a client's database takes on the disk, and what it will when everything goes on as in the
 * last days and {@link Retention} is applied.
 *
 * @param now by the database's own figures, which are estimates
 * @param rawKept how long samples are kept as they came
 * @param bytesIn30Days all of the database
 * @param bytesInAYear all of the database
 * @param balance when as many samples are deleted as come
 */
public record DiskUse(
    Kinds now,
    Growth growth,
    RetentionPeriod rawKept,
    long bytesIn30Days,
    long bytesInAYear,
    Balance balance) {

  /**
   * By what it is taken for, indexes included.
   *
   * @param rowsBytes samples not sealed yet
   * @param chunksBytes sealed hours
   * @param rollupsBytes hours, days and months, which stay for ever
   * @param otherBytes batteries, latest values, refused frames
   */
  public record Kinds(long rowsBytes, long chunksBytes, long rollupsBytes, long otherBytes) {

    public long totalBytes() {
      return rowsBytes + chunksBytes + rollupsBytes + otherBytes;
    }
  }

  /**
   * What comes in a day.
   *
   * @param measured false when nothing was sealed in the last days: then it is what the batteries
   *     in use bring by their storage periods
   */
  public record Growth(
      boolean measured, long samplesPerDay, long chunkBytesPerDay, long rollupBytesPerDay) {

    public long bytesPerDay() {
      return chunkBytesPerDay + rollupBytesPerDay;
    }
  }

  /**
   * From when on only rollups make the database grow.
   *
   * @param from when the samples that came first of the battery that came last have been kept for
   *     long enough; not before now
   * @param bytes all of the database then
   */
  public record Balance(Instant from, long bytes) {}
}
