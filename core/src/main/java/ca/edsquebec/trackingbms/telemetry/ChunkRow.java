package ca.edsquebec.trackingbms.telemetry;

/**
 * A row of {@code sample_chunk}.
 *
 * @param hour when it begins, epoch milliseconds
 */
@SuppressWarnings("ArrayRecordComponent")
record ChunkRow(long batteryId, long hour, int samples, long firstTs, long lastTs, byte[] data) {}
