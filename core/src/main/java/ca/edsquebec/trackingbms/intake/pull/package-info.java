/**
 * Devices that must be asked: where they are reached, when, and by whom. One thread holds all
 * connections, since what is said on them is a dialogue without sockets; a few others decode and
 * store. What is heard goes the same way as what is sent to the portal.
 */
package ca.edsquebec.trackingbms.intake.pull;
