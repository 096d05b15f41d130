package ca.edsquebec.trackingbms.notification;

import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When to look into which outbox next. One with something to do is looked into when that is due; an
 * idle one only now and then, for what another program queued. So a thousand idle clients cost a
 * few queries a second, and a busy one holds up nobody. Safe for any number of threads.
 */
final class Visits {

  /** The registry's: programs other than this one queue there, and people wait for it. */
  static final Duration IDLE_REGISTRY = Duration.ofSeconds(5);

  static final Duration IDLE_CLIENT = Duration.ofMinutes(5);

  /** Spreads the first look into all clients' outboxes after a start. */
  private static final Duration FIRST_LOOKS = Duration.ofMinutes(1);

  private final Map<Optional<TenantId>, Instant> next = new HashMap<>();

  Visits() {
    next.put(Optional.empty(), Instant.MIN);
  }

  /** Clients come and go: those that are new get their first look soon. */
  synchronized void know(Collection<TenantId> clients, Instant now) {
    next.keySet().removeIf(where -> where.isPresent() && !clients.contains(where.get()));
    int i = 0;
    for (TenantId client : clients) {
      Instant first = now.plus(FIRST_LOOKS.multipliedBy(i++).dividedBy(clients.size()));
      next.putIfAbsent(Optional.of(client), first);
    }
  }

  /** All that are known get a look now. */
  synchronized void all() {
    next.replaceAll((where, planned) -> Instant.MIN);
  }

  /** Something was queued there. */
  synchronized void now(Optional<TenantId> where) {
    next.put(where, Instant.MIN);
  }

  /**
   * Those whose time has come, the registry first, then who has waited longest. Each counts as
   * looked into: what is queued from now on brings it back.
   */
  synchronized List<Optional<TenantId>> begin(Instant now) {
    List<Optional<TenantId>> due = new ArrayList<>();
    next.entrySet().stream()
        .filter(visit -> !visit.getValue().isAfter(now))
        .sorted(
            Comparator.<Map.Entry<Optional<TenantId>, Instant>, Boolean>comparing(
                    visit -> visit.getKey().isPresent())
                .thenComparing(Map.Entry::getValue))
        .forEach(visit -> due.add(visit.getKey()));
    due.forEach(where -> next.put(where, now.plus(idle(where))));
    return due;
  }

  /** Something is to be done there at that time, if not before. */
  synchronized void notAfter(Optional<TenantId> where, Instant at) {
    next.computeIfPresent(where, (key, planned) -> at.isBefore(planned) ? at : planned);
  }

  /** The next look is at that time, whatever was planned. */
  synchronized void plan(Optional<TenantId> where, Instant at) {
    next.computeIfPresent(where, (key, planned) -> at);
  }

  private static Duration idle(Optional<TenantId> where) {
    return where.isPresent() ? IDLE_CLIENT : IDLE_REGISTRY;
  }
}
