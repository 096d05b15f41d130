/** The commands {@code tbms backup}: create, list, verify, restore and push. */
package ca.edsquebec.trackingbms.jobs.backup;
