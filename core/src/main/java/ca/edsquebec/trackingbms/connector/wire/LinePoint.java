package ca.edsquebec.trackingbms.connector.wire;

import java.util.Map;
import java.util.OptionalLong;

/**
 * One point of InfluxDB's line protocol, as it was written.
 *
 * @param tags in the order written
 * @param fields {@link Double}, {@link Boolean} or {@link String}, in the order written; at least
 *     one, and no number among them is infinite or NaN
 * @param timestamp in whatever unit the sender counts; empty when the receiver is to say when
 */
public record LinePoint(
    String measurement,
    Map<String, String> tags,
    Map<String, Object> fields,
    OptionalLong timestamp) {}
