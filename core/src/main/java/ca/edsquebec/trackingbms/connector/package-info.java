/**
 * What a BMS says, understood: pure functions from frames to readings.
 *
 * <p>A connector has no socket, no clock, no log and no database. One brand is one package below
 * this one, found by {@link java.util.ServiceLoader}; nothing else changes when one is added.
 */
package ca.edsquebec.trackingbms.connector;
