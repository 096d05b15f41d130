/**
 * The portal as whoever sends sees it, an outsider: what a key looks like, and what answers mean.
 * For the simulator and the forwarder.
 */
package ca.edsquebec.trackingbms.jobs.portal;
