/**
 * A client's CAN databases (DBC files): sent by its administrator, their signals mapped to what we
 * measure, with a preview of what the batteries' frames say under a mapping that is not saved yet.
 */
package ca.edsquebec.trackingbms.web.candb;
