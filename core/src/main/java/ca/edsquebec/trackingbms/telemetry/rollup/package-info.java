/**
 * The arithmetic of hours, days and months: what is kept of a series, charge and energy by the
 * trapezoid rule, and where a local day begins. Pure functions; the tables are above.
 */
package ca.edsquebec.trackingbms.telemetry.rollup;
