/**
 * Pylontech (US2000 to US5000 and Phantom-S), RS485, protocol V3.3.
 *
 * <p>Facts are from "RS485-protocol-pylon-low-voltage V3.3" (2018-08-21), a copy of which is in
 * Frankkkkk/python-pylontech, and checked on captures.
 */
package ca.edsquebec.trackingbms.connector.pylontech;
