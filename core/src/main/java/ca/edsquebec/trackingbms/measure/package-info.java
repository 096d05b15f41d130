/**
 * The vocabulary of a measurement: what is measured, in which unit, with which sign.
 *
 * <p>Current and power are positive when charging. What a device does not give is absent: never 0,
 * never null inside a number ({@link java.lang.Double#NaN} marks absence where a primitive is
 * used).
 */
package ca.edsquebec.trackingbms.measure;
