/**
 * Clients as those who run the platform see them: how much they may have, what they look like, how
 * one is suspended, handed its data, and deleted. What is promised for one client never touches
 * another's rows or database.
 */
package ca.edsquebec.trackingbms.client;
