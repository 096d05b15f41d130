package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.Sample;
import java.time.Instant;

/**
 * The newest sample of a battery.
 *
 * @param receivedAt when it reached us, to the millisecond
 */
public record Latest(Sample sample, Instant receivedAt) {}
