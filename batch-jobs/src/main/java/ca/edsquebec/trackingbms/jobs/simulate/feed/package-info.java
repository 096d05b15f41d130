/**
 * Sends batteries that do not exist to a portal, as a gateway on site does: frames of now each
 * second, and what the portal lacks of the last days, newest first, thinned to one set a minute.
 */
package ca.edsquebec.trackingbms.jobs.simulate.feed;
