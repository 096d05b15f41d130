/**
 * What the portal does by itself, again and again: jobs by name, run by Quartz in its own threads.
 */
package ca.edsquebec.trackingbms.web.schedule;
