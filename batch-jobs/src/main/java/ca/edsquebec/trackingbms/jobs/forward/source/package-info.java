/** Where frames come from on site, and what is done with them until they are in a spool. */
package ca.edsquebec.trackingbms.jobs.forward.source;
