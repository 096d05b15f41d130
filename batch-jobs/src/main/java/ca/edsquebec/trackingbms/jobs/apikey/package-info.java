/** Commands about keys of devices and programs. */
package ca.edsquebec.trackingbms.jobs.apikey;
