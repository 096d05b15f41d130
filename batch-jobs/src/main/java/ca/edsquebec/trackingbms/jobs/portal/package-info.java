/**
 * What the portal's answers mean to whoever sends, as an outsider: the simulator and the forwarder.
 */
package ca.edsquebec.trackingbms.jobs.portal;
