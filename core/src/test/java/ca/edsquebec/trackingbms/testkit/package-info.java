/**
 * Real things to test against, and the pieces of the demo: a MariaDB of our own, an installation
 * with two clients. Never packed into the WAR or the command line.
 */
package ca.edsquebec.trackingbms.testkit;
