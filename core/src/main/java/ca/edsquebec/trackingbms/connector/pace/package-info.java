/**
 * PACE, protocol 25 ("paceic") over RS232 and RS485.
 *
 * <p>Facts are read off syssi/esphome-pace-bms at db83caa (docs/pbmstools-communication.md) and
 * Tertiush/bmspace (bits of the status), and checked on captures of five packs. Protocol 20 of EG4
 * has another layout and is not read.
 */
package ca.edsquebec.trackingbms.connector.pace;
