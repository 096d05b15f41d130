/**
 * JK (Jikong): the tagged answer of the RS485/GPS port ({@code 4E 57}), and the record of 300 bytes
 * ({@code 55 AA EB 90}) that Bluetooth and the RS485 of the inverter models send.
 *
 * <p>Facts are read off syssi/esphome-jk-bms at 2fa4323 (components and docs) and
 * mr-manuel/venus-os_dbus-serialbattery at 358d3c7 (bms-docs), and checked on captures.
 */
package ca.edsquebec.trackingbms.connector.jk;
