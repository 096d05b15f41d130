/** How a battery is connected: what it sends just now, how it is to send, what looks wrong. */
package ca.edsquebec.trackingbms.web.connect;
