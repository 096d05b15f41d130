/** Commands about the schemas of all databases. */
package ca.edsquebec.trackingbms.jobs.database;
