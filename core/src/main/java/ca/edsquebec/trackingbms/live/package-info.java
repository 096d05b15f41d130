/**
 * What people watch: the latest of each battery, numbered, so that each viewer gets what is new.
 */
package ca.edsquebec.trackingbms.live;
