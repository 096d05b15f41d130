/** The forwarder on site: {@code tbms forward}. It knows the portal by its API alone. */
package ca.edsquebec.trackingbms.jobs.forward;
