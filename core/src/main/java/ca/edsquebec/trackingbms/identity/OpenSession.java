package ca.edsquebec.trackingbms.identity;

import java.time.Instant;

/**
 * Somewhere a person is signed in.
 *
 * @param id for {@link Sessions#end}; whoever knows it can do nothing else with it
 * @param address from where the sign-in came
 * @param userAgent what the browser or program calls itself; may be empty
 * @param lastSeenAt a minute behind at most
 * @param expiresAt when it ends by itself if nothing more is heard of it
 */
public record OpenSession(
    String id,
    SessionKind kind,
    String address,
    String userAgent,
    Instant since,
    Instant lastSeenAt,
    Instant expiresAt) {}
