package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A key of a device or program, without its secret.
 *
 * @param id the public part of the key
 * @param lastUsedAt some minutes behind; empty when never
 * @param revokedAt empty when it is good
 */
public record ApiKey(
    String id,
    TenantId tenant,
    String name,
    Set<Scope> scopes,
    Instant createdAt,
    Optional<Instant> lastUsedAt,
    Optional<Instant> revokedAt) {}
