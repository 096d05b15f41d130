/** A client's fleet at a glance. */
package ca.edsquebec.trackingbms.web.dashboard;
