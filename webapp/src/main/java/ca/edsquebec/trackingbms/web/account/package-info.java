/** A person's own account: name, password, second factor, sessions and devices. */
package ca.edsquebec.trackingbms.web.account;
