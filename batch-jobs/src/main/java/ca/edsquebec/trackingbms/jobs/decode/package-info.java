/** The command that shows what a connector makes of recorded input. */
package ca.edsquebec.trackingbms.jobs.decode;
