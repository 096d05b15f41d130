/** Routines that keep a client's samples small and its days and months up to date. */
package ca.edsquebec.trackingbms.routine.storage;
