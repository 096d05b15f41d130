package ca.edsquebec.trackingbms.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which entries of a chain to show, newest first. Empty parts narrow nothing.
 *
 * @param actor who, by kind and id; the address does not matter
 * @param object exactly, as {@code battery:ab12cd34}
 * @param from that time or later
 * @param to earlier than that
 * @param before entries with a smaller number: where the page before this one ended
 * @param limit 1 to {@link #MAX_LIMIT}
 */
public record AuditQuery(
    Optional<Actor> actor,
    Optional<Action> action,
    Optional<String> object,
    Optional<Instant> from,
    Optional<Instant> to,
    OptionalLong before,
    int limit) {

  public static final int MAX_LIMIT = 1000;

  public static final AuditQuery ALL =
      new AuditQuery(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          50);

  public AuditQuery {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit is %d, 1 to %d".formatted(limit, MAX_LIMIT));
    }
  }

  /** The same, going on behind what a page showed. */
  public AuditQuery olderThan(long seq) {
    return new AuditQuery(actor, action, object, from, to, OptionalLong.of(seq), limit);
  }

  public AuditQuery limited(int entries) {
    return new AuditQuery(actor, action, object, from, to, before, entries);
  }

  public AuditQuery by(Actor who) {
    return new AuditQuery(Optional.of(who), action, object, from, to, before, limit);
  }

  public AuditQuery of(Action what) {
    return new AuditQuery(actor, Optional.of(what), object, from, to, before, limit);
  }

  public AuditQuery about(String which) {
    return new AuditQuery(actor, action, Optional.of(which), from, to, before, limit);
  }

  public AuditQuery between(Instant first, Instant end) {
    return new AuditQuery(
        actor, action, object, Optional.of(first), Optional.of(end), before, limit);
  }
}
