/**
 * Seplos V2, in text on RS485 and in bytes on Bluetooth, and V3, Modbus.
 *
 * <p>Facts are read off syssi/esphome-seplos-bms at dedb6bb (README and tests) and
 * patman15/aiobmsble at b056733 (tests), and checked on the captures there. What the bits of V2's
 * telesignal and of V3's coils mean is not documented in either: they are shown and raise nothing.
 */
package ca.edsquebec.trackingbms.connector.seplos;
