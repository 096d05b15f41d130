/**
 * Daly: A5 on UART and RS485, and Modbus of the D2 and P81 kinds on Bluetooth and RS485.
 *
 * <p>Facts are from "UART/485 Communications Protocol V1.2" of Daly (a copy is in
 * jblance/mpp-solar, docs/protocols) and syssi/esphome-daly-bms at ba082a1,
 * docs/protocol-register-map.md. What the alarm registers of Modbus mean is documented in neither,
 * so they are told without their meaning.
 */
package ca.edsquebec.trackingbms.connector.daly;
