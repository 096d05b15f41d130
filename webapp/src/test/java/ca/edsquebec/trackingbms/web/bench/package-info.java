/** Measurements to be started by hand; see each main's comment. Never packed into the WAR. */
package ca.edsquebec.trackingbms.web.bench;
