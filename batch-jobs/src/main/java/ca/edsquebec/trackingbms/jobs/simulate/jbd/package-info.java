/**
 * A JBD on a serial line: what it is asked, and functions 03, 04 and 05 as it answers them. Written
 * from the protocol's facts, not from the connector.
 */
package ca.edsquebec.trackingbms.jobs.simulate.jbd;
