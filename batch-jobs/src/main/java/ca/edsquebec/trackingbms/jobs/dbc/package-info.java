/** A customer's CAN database: what its signals seem to mean, and the setting of a battery. */
package ca.edsquebec.trackingbms.jobs.dbc;
