package ca.edsquebec.trackingbms.telemetry;

/**
 * The last 24 h of one battery, a value each 5 minutes: of the earliest sample in those 5 minutes.
 * NaN where there was no sample, or it lacked the value.
 *
 * @param fromMillis when the first slot begins, epoch milliseconds; slots begin on full 5 minutes
 *     of UTC, and the last one, {@link Trends#SLOTS} in all, is still running
 * @param soc %
 * @param power W, + charging
 * @param temperatureMax highest, °C
 * @param complete false while the past is still being read: what is NaN may be there later
 */
@SuppressWarnings("ArrayRecordComponent")
public record Trend(
    long fromMillis, float[] soc, float[] power, float[] temperatureMax, boolean complete) {}
