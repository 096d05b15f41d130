/** Signing in and out, and who one is. */
package ca.edsquebec.trackingbms.web.auth;
