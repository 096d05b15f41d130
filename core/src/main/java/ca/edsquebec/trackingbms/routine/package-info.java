/**
 * What is done again and again without anybody asking: which routines there are, when each is due,
 * and that only one program at a time does it. Who runs them (Jakarta Batch under {@code tbms},
 * Quartz in the portal) stands above. A routine is a package below this one.
 */
package ca.edsquebec.trackingbms.routine;
