/** Brings what is in a spool to the portal, in the order it was heard, each sample once. */
package ca.edsquebec.trackingbms.jobs.forward.send;
