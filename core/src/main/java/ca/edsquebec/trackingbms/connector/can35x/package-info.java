/**
 * What batteries say to inverters on CAN: 11-bit identifiers, low byte first, about once a second.
 *
 * <p>Facts are read off hoylabs/OpenDTU-OnBattery at 1bfc0cc (src/battery/pylontech, pytes) and
 * Battery-Emulator, and checked on captures of eight makes.
 */
package ca.edsquebec.trackingbms.connector.can35x;
