/**
 * Tells people something. A message is a row in the outbox of the registry or of a client, written
 * in the transaction of what it tells of, so that neither is there without the other; {@code
 * Delivery} hands it to its channel later, again and again while that is away.
 */
package ca.edsquebec.trackingbms.notification;
