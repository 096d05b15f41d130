/**
 * Copies of backups on another machine, over SFTP: what burns, is hacked or is closed here, is not
 * lost there. The other machine gets sealed files only and is asked for nothing but files.
 */
package ca.edsquebec.trackingbms.maintenance.offsite;
