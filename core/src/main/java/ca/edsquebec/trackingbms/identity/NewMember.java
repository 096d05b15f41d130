package ca.edsquebec.trackingbms.identity;

import java.util.Locale;

/**
 * Somebody to be asked to join a client.
 *
 * @param displayName how the mail addresses this person; may be changed when accepting
 * @param membership what this person may there
 * @param locale the language of the mail
 */
public record NewMember(String email, String displayName, Membership membership, Locale locale) {}
