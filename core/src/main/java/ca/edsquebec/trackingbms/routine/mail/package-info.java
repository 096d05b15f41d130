/** Routines that see to messages where the portal does not. */
package ca.edsquebec.trackingbms.routine.mail;
