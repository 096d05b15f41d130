/** The hierarchy of a client, read. */
package ca.edsquebec.trackingbms.web.fleet;
