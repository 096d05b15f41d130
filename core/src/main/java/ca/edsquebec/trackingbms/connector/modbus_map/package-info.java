/**
 * Batteries that are read by Modbus, by a table of their registers. A further make is a further
 * class with a table, and a line in {@link RegisterMaps}.
 */
package ca.edsquebec.trackingbms.connector.modbus_map;
