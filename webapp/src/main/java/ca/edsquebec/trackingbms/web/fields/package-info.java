/** A client's custom fields, and what a battery has in them. */
package ca.edsquebec.trackingbms.web.fields;
