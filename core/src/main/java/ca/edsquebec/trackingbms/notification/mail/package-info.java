/**
 * Messages as e-mail, over SMTP with STARTTLS or TLS from the beginning: text and HTML from the
 * same texts, one recipient each.
 */
package ca.edsquebec.trackingbms.notification.mail;
