/**
 * Keeps clients' tables in shape: statistics for the server's optimiser, space given back where
 * that pays, and a report of what each table takes. One client at a time in the whole installation,
 * since a rebuilt table needs the disk twice.
 */
package ca.edsquebec.trackingbms.maintenance.tables;
