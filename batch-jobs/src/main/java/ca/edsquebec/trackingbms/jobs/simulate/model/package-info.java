/**
 * A battery that does not exist. Everything of it is a function of time and of its code, so that
 * what is sent of yesterday and what is sent now are one battery's, in whichever order and run.
 */
package ca.edsquebec.trackingbms.jobs.simulate.model;
