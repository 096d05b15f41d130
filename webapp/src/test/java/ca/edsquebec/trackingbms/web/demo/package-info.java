/** One command, and there is a portal with clients to look at. Never packed into the WAR. */
package ca.edsquebec.trackingbms.web.demo;
