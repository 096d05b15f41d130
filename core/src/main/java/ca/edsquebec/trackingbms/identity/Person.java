package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who has an account, as administrators of the platform see it.
 *
 * @param clients to which this person belongs, or belonged
 * @param lastSignIn empty when never
 */
public record Person(
    long id,
    String email,
    String displayName,
    boolean platformAdmin,
    List<TenantId> clients,
    Instant since,
    Optional<Instant> lastSignIn) {}
