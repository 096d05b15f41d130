package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.tenant.TenantId;

/**
 * An invitation as the invited person sees it.
 *
 * @param client the client's name
 * @param hasAccount whether this person has an account and needs but sign in
 */
public record Offer(
    TenantId tenant, String client, String email, String displayName, boolean hasAccount) {}
