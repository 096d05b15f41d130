/** Where a battery is asked: setting it, trying it, seeing how it goes. */
package ca.edsquebec.trackingbms.web.pull;
