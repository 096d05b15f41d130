/**
 * What sends for batteries: which there are, what is behind each, when it last had contact. What is
 * known is in memory; the database follows. A silent gateway is one thing to be told, whatever the
 * number of batteries behind it.
 */
package ca.edsquebec.trackingbms.gateway;
