/**
 * BMS-1, the load that we measure with: what a battery says is a plain function of its number and
 * the time, so that it needs no store, can be repeated, and be checked. Fast enough that making it
 * is not what a measurement measures.
 */
package ca.edsquebec.trackingbms.jobs.simulate.workload;
