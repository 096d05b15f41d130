package ca.edsquebec.trackingbms.live;

import ca.edsquebec.trackingbms.measure.Sample;

/**
 * The newest sample of one battery.
 *
 * @param batteryId internal id
 */
public record LiveItem(long batteryId, Sample sample) {}
