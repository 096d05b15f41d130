/** Commands that make and list clients. */
package ca.edsquebec.trackingbms.jobs.tenant;
