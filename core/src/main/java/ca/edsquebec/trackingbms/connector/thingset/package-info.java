/**
 * Libre Solar BMS over ThingSet, in text of the dialects 0.3, 0.5 and 0.6 and in the binary mode of
 * 0.6.
 *
 * <p>Read after the ThingSet specification v0.6, thingset-node-c 6033e55 and Libre Solar
 * bms-firmware 9ff895e; checked against what nodes built from these answer. It only reads: {@link
 * ca.edsquebec.trackingbms.connector.thingset.ReadRequest} can't express anything else.
 */
package ca.edsquebec.trackingbms.connector.thingset;
