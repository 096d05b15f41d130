/**
 * Victron VE.Direct, text protocol.
 *
 * <p>Facts are from "VE.Direct Protocol" 3.33 of Victron Energy (a copy is in jblance/mpp-solar,
 * docs/protocols), and checked on a capture of a BMV-702 (karioja/vedirect at a576848).
 */
package ca.edsquebec.trackingbms.connector.vedirect;
