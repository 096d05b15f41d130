/**
 * Asks devices while the portal does not: the routine by which {@code intake.pull} is put to work.
 */
package ca.edsquebec.trackingbms.routine.poll;
