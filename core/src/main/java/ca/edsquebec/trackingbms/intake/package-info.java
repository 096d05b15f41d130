/**
 * From the frames of devices to samples: one decoder and working state per battery, snapshots on a
 * grid of frame time, backlog kept apart from what is live.
 */
package ca.edsquebec.trackingbms.intake;
