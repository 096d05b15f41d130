/** Routines that keep the installation well: its health, what is too old, its clients' tables. */
package ca.edsquebec.trackingbms.routine.upkeep;
