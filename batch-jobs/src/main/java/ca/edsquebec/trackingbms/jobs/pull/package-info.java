/** Commands about batteries that the portal asks. */
package ca.edsquebec.trackingbms.jobs.pull;
