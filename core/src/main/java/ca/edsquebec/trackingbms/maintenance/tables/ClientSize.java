package ca.edsquebec.trackingbms.maintenance.tables;

import java.time.Instant;

/**
 * What a client's database takes, as it was measured within the last day or so.
 *
 * @param bytesADay by which it grows
 * @param bytesInAYear all of it then, when everything goes on as now
 */
public record ClientSize(Instant measuredAt, long bytes, long bytesADay, long bytesInAYear) {}
