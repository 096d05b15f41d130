/**
 * What every feature stands on: checked settings, and how numbers and times are shown. Knows
 * nothing of batteries, tenants or the web.
 */
package ca.edsquebec.trackingbms.platform;
