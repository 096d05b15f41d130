package ca.edsquebec.trackingbms.incident;

import java.time.Instant;

/**
 * An incident in the register.
 *
 * @param version grows with each change: who changes it says which one was seen
 */
public record RecordedIncident(
    long id, Incident incident, Instant recordedAt, Instant changedAt, int version) {}
