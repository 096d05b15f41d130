/** Where devices and gateways bring their measurements: translators from HTTP to the core. */
package ca.edsquebec.trackingbms.web.ingest;
