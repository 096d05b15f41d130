package ca.edsquebec.trackingbms.fleet;

import java.time.Instant;

/**
 * Where a battery stands.
 *
 * @param since from when on, until its next placement; the first one's is, unless a move was dated
 *     still earlier, a year before the commissioning: no earlier sample is accepted
 */
public record Placement(Instant since, Place place) {}
