/**
 * Whether what a battery says agrees with itself: signs, scales, numbers of cells. Pure: samples
 * in, findings out, each with the figures that it rests on.
 */
package ca.edsquebec.trackingbms.intake.check;
