/**
 * A client's batteries: what they are, where they stand, how their data arrive. Everything lives in
 * the client's own database; every read for a person or a key takes a {@link
 * ca.edsquebec.trackingbms.tenant.Viewer}, whose scope is part of the query itself.
 */
package ca.edsquebec.trackingbms.fleet;
