package ca.edsquebec.trackingbms.maintenance.tables;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a client's table takes after it was looked after, as the server estimates it.
 *
 * @param freeBytes within its file
 * @param unusedIndexes that no statement has used since the server's start; empty when the server
 *     does not tell
 */
public record TableReport(
    String table,
    Instant measuredAt,
    long rows,
    long dataBytes,
    long indexBytes,
    long freeBytes,
    Outcome outcome,
    Optional<List<String>> unusedIndexes) {}
