/** Commands for the host's cron: the one line that runs all jobs, and whether it does. */
package ca.edsquebec.trackingbms.jobs.cron;
