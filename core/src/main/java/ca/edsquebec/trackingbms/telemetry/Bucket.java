package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.telemetry.rollup.Rollup;
import java.time.LocalDate;

/**
 * A rollup of a battery and where it belongs.
 *
 * @param day as the place counts it, the first of a month's; null for an hour
 * @param isFinal false while more is to be expected
 * @param computedAt epoch milliseconds
 */
record Bucket(
    long batteryId,
    LocalDate day,
    TimeRange range,
    boolean isFinal,
    long computedAt,
    Rollup rollup) {}
