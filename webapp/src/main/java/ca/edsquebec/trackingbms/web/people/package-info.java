/** What people may: those of a client, its roles, and who administers the installation. */
package ca.edsquebec.trackingbms.web.people;
