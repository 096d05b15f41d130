package ca.edsquebec.trackingbms.gateway;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** One gateway in memory. Safe for any number of threads. */
final class Seen {

  private final Offsets offsets = new Offsets();
  private Gateway gateway;
  private Optional<GatewayNow.Stranger> stranger = Optional.empty();
  private boolean unsaved;

  /**
   * @param gateway as it is stored; its batteries are not looked at here
   */
  Seen(Gateway gateway) {
    this.gateway = gateway;
  }

  synchronized Gateway gateway() {
    return gateway;
  }

  synchronized Optional<GatewayNow.Stranger> stranger() {
    return stranger;
  }

  /** Takes over what somebody has changed; what it said is not forgotten. */
  synchronized void describe(Gateway stored) {
    gateway = stored.with(gateway.contact());
    stranger = stranger.filter(other -> !stored.keys().contains(other.keyId()));
  }

  /**
   * Takes what it said.
   *
   * @return false for a key that is not its own: nothing is taken then
   */
  synchronized boolean said(String key, Hello hello, Instant now) {
    if (!gateway.keys().contains(key)) {
      stranger = Optional.of(new GatewayNow.Stranger(key, now));
      return false;
    }
    hello.sentAt().ifPresent(sent -> offsets.add(sent - now.toEpochMilli()));
    Contact before = gateway.contact();
    OptionalLong median = offsets.median();
    gateway =
        gateway.with(
            new Contact(
                Optional.of(now),
                hello.version().isEmpty() ? before.version() : hello.version(),
                hello.backlog(),
                median.isPresent() ? median : before.offsetMillis()));
    unsaved = true;
    return true;
  }

  /** What is to be written; from now on it counts as written. Empty when nothing is. */
  synchronized Optional<Gateway> toSave() {
    Optional<Gateway> due = unsaved ? Optional.of(gateway) : Optional.empty();
    unsaved = false;
    return due;
  }

  /** It could not be written. */
  synchronized void notSaved() {
    unsaved = true;
  }
}
