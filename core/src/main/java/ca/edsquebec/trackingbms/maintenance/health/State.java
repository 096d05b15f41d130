package ca.edsquebec.trackingbms.maintenance.health;

import java.time.Instant;
import java.util.Optional;

/**
 * How one thing stands, as it was last checked.
 *
 * @param since it has stood so
 * @param incident since when somebody was told that it is bad, until it is good again
 */
public record State(
    Finding finding, Instant checkedAt, Instant since, Optional<Instant> incident) {}
