/**
 * What every feature stands on: checked settings. Knows nothing of batteries, tenants or the web.
 */
package ca.edsquebec.trackingbms.platform;
