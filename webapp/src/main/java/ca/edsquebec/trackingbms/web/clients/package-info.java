/**
 * The pages by which the platform's administrators make and hold clients, and by which they look as
 * one of them. What holds for a client is said by core; a page about one client is in {@code
 * web.client}.
 */
package ca.edsquebec.trackingbms.web.clients;
