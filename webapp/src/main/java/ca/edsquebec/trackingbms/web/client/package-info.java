/** What a client looks like, and what its administrator says of it. */
package ca.edsquebec.trackingbms.web.client;
