/**
 * What devices made for ThingsBoard send: JSON, with the key in the address. Also the simplest way
 * to send a document such as dbus-serialbattery publishes.
 */
package ca.edsquebec.trackingbms.web.ingest.thingsboard;
