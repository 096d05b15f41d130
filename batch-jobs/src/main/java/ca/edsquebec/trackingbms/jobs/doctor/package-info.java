/** The command {@code tbms doctor}: what is right with an installation, what is not, what to do. */
package ca.edsquebec.trackingbms.jobs.doctor;
