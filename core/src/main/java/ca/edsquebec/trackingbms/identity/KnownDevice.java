package ca.edsquebec.trackingbms.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * A browser or program that a person has signed in with.
 *
 * @param address from where it came last
 * @param trustedUntil until when it is not asked for the second factor; empty when it always is
 */
public record KnownDevice(
    long id,
    String address,
    String userAgent,
    Instant firstSeenAt,
    Instant lastSeenAt,
    Optional<Instant> trustedUntil) {}
