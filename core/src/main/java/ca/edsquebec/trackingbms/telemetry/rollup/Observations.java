package ca.edsquebec.trackingbms.telemetry.rollup;

import java.util.Map;

/**
 * Samples of one battery in order of time: the columns that a rollup is made of.
 *
 * @param times epoch milliseconds, growing
 * @param series by key, as long as {@code times}; NaN where a sample lacks it
 * @param alarms as long as {@code times}: a bit for each alarm, by its position in {@code
 *     AlarmCode}; {@link #NOT_REPORTED} where the device does not report alarms
 */
@SuppressWarnings("ArrayRecordComponent")
public record Observations(long[] times, Map<Integer, double[]> series, long[] alarms) {

  public static final long NOT_REPORTED = -1;
}
