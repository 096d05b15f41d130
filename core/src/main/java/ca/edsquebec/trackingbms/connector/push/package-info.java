/** Whatever comes by itself under names of its own: what is common to all such senders. */
package ca.edsquebec.trackingbms.connector.push;
