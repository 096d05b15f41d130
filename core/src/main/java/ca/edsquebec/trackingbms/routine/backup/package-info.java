/** What is done each night and each week so that nothing is lost: backups, and trials of them. */
package ca.edsquebec.trackingbms.routine.backup;
