/** The real WAR in a real Tomcat, for tests and for the demo. Never packed into the WAR. */
package ca.edsquebec.trackingbms.web.testkit;
