/**
 * The Control Unit of a Green-BMS SmartBMS behind its serial line: pages, tokens, and the silence
 * of page 0. Written from the protocol's facts, not from the connector.
 */
package ca.edsquebec.trackingbms.jobs.simulate.greenbms;
