package ca.edsquebec.trackingbms.gateway;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a gateway said last.
 *
 * @param at when it did; empty when it never has
 * @param version product and version; empty when it does not tell
 * @param backlog records that it had still to send; empty when it does not tell
 * @param offsetMillis its clock minus ours, milliseconds, the median of the latest requests; empty
 *     when it does not tell its time
 */
public record Contact(
    Optional<Instant> at, String version, OptionalLong backlog, OptionalLong offsetMillis) {

  /** It never said anything. */
  public static final Contact NONE =
      new Contact(Optional.empty(), "", OptionalLong.empty(), OptionalLong.empty());
}
