package ca.edsquebec.trackingbms.identity;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A person of a client.
 *
 * @param role what this person is at that client
 * @param since when this person joined that client
 * @param lastSignIn to whichever client; empty when never
 */
public record Member(
    long id,
    String email,
    String displayName,
    Locale locale,
    Role role,
    Instant since,
    Optional<Instant> lastSignIn) {}
