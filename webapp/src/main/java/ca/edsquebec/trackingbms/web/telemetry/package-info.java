/** What was measured, read. */
package ca.edsquebec.trackingbms.web.telemetry;
