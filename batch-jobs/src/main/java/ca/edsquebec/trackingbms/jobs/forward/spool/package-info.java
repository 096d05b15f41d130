/**
 * What a gateway holds on disk until the portal has said that it is stored: blocks of frames in
 * files that only grow, within a limit. Knows neither the network nor the time.
 */
package ca.edsquebec.trackingbms.jobs.forward.spool;
