/**
 * A Libre Solar BMS that speaks ThingSet 0.6 or 0.5 in text: reports each second, and answers to
 * what reads. Written from the protocol's facts, not from the connector.
 */
package ca.edsquebec.trackingbms.jobs.simulate.thingset;
