/**
 * Victron Venus OS, over MQTT.
 *
 * <p>Facts are from victronenergy/dbus-flashmq, README.md, and the list of paths of
 * mr-manuel/venus-os_dbus-serialbattery at 358d3c7 (facts only).
 */
package ca.edsquebec.trackingbms.connector.victron_mqtt;
