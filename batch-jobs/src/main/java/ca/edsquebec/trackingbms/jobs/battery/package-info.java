/** Commands about a client's batteries. */
package ca.edsquebec.trackingbms.jobs.battery;
