/**
 * Who may do what: people, their sessions and roles, and the keys of devices. All of it is in the
 * registry, so that restoring a client's database revives no revoked user. Whoever was recognised
 * is a {@link ca.edsquebec.trackingbms.identity.Principal}.
 */
package ca.edsquebec.trackingbms.identity;
