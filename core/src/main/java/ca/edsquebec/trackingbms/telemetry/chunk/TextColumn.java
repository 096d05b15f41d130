package ca.edsquebec.trackingbms.telemetry.chunk;

/**
 * Some bytes a sample that seldom change, such as its alarms.
 *
 * @param key 0 or more
 * @param rows null where a sample has none; equal ones may be the same array
 */
@SuppressWarnings("ArrayRecordComponent")
public record TextColumn(int key, byte[][] rows) {}
