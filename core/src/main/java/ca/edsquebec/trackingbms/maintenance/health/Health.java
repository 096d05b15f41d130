package ca.edsquebec.trackingbms.maintenance.health;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the installation stands, as it was last checked.
 *
 * @param checkedAt empty when never
 * @param states by check, then by subject
 */
public record Health(Optional<Instant> checkedAt, List<State> states) {

  public Health {
    states = List.copyOf(states);
  }

  /** Of all together; unknown when nothing was checked. */
  public Status status() {
    return states.stream()
        .map(state -> state.finding().status())
        .filter(status -> status != Status.UNKNOWN)
        .reduce(Status::or)
        .orElse(Status.UNKNOWN);
  }

  /** How many things are bad. */
  public long bad() {
    return states.stream().filter(state -> state.finding().status().isBad()).count();
  }
}
