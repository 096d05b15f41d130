/** Commands about the keys that protect secrets. */
package ca.edsquebec.trackingbms.jobs.key;
