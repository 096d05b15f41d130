package ca.edsquebec.trackingbms.intake;

import java.time.Instant;

/**
 * The last request with frames of a battery, for whoever connects it.
 *
 * @param at when it came
 * @param decoded frames understood
 * @param ignored well-formed and of no interest
 * @param refused frames that could not be decoded
 */
public record FrameHeard(Instant at, long decoded, long ignored, long refused) {}
