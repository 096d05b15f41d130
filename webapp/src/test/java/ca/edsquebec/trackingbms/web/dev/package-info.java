/**
 * A page for whoever builds pages: the tags with all their states. Only the demo and the tests have
 * it; it is in no WAR.
 */
package ca.edsquebec.trackingbms.web.dev;
