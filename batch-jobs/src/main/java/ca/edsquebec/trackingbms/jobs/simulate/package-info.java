/** The command that sends batteries that do not exist to a portal, and how it is told which. */
package ca.edsquebec.trackingbms.jobs.simulate;
