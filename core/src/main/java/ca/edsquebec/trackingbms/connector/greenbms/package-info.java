/**
 * Green-BMS SmartBMS: the ASCII protocol of its Control Unit, as it comes out of its Bluetooth
 * module.
 *
 * <p>Read off the published Control Unit sketch (Ver. 3.s.2.01) and its Android app; no document of
 * the protocol exists. The unit hands out its password in clear: token p002 is dropped where it is
 * read.
 */
package ca.edsquebec.trackingbms.connector.greenbms;
