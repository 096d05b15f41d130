package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.tenant.RetentionPeriod;
import ca.edsquebec.trackingbms.tenant.TenantId;
import java.util.Locale;
import java.util.Optional;

/**
 * A client to be made.
 *
 * @param name what people read
 * @param email of the first administrator, who is invited by mail
 * @param person what the mail calls this person
 * @param locale the language of the mail
 * @param retention empty for the installation's
 */
public record NewClient(
    TenantId id,
    String name,
    String email,
    String person,
    Locale locale,
    Optional<RetentionPeriod> retention) {}
