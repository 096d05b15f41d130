/** The commands about who did what. */
package ca.edsquebec.trackingbms.jobs.audit;
