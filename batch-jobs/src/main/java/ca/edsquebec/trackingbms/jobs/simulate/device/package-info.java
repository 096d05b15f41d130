/**
 * Batteries that do not exist as devices that are asked: each listens on a port and answers in its
 * maker's words. Who keeps the port, the time and the silence is here, what is said is in a package
 * a make, found by itself.
 */
package ca.edsquebec.trackingbms.jobs.simulate.device;
