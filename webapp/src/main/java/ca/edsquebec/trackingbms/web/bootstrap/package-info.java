/** Builds the program: every object is made here, in one visible order. */
package ca.edsquebec.trackingbms.web.bootstrap;
