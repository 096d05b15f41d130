/** What sends for batteries: how each gateway is, as pages and as JSON. */
package ca.edsquebec.trackingbms.web.gateway;
