/** Whether the service works. */
package ca.edsquebec.trackingbms.web.health;
