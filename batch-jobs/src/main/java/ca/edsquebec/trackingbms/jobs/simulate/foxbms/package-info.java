/**
 * What a foxBMS 2 v1.11.0 puts on its CAN bus, from values. Written from the CAN database and
 * independently of the connector that reads it, so that each can be tested with the other.
 */
package ca.edsquebec.trackingbms.jobs.simulate.foxbms;
