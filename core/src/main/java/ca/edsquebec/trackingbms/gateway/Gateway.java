package ca.edsquebec.trackingbms.gateway;

import ca.edsquebec.trackingbms.tenant.BatteryScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What sends for batteries.
 *
 * @param uid as in addresses
 * @param code what it calls itself
 * @param name what people call it
 * @param silentAfter without contact for longer, it is silent
 * @param keys ids of the API keys with which it may call itself so
 * @param batteries internal ids of those behind it
 */
public record Gateway(
    long id,
    String uid,
    String code,
    String name,
    Duration silentAfter,
    Set<String> keys,
    Set<Long> batteries,
    Contact contact,
    Instant createdAt) {

  /** Beyond this, a clock needs setting: samples are then flagged, and refused one day. */
  public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);

  /** Whether it is heard of. */
  public enum State {
    /** Made by hand, and never heard of. */
    AWAITED,
    IN_CONTACT,
    SILENT
  }

  public Gateway {
    keys = Set.copyOf(keys);
    batteries = Set.copyOf(batteries);
  }

  /**
   * How it is.
   *
   * @param listeningSince from when on somebody could have heard it
   */
  public State state(Instant now, Instant listeningSince) {
    if (contact.at().isEmpty()) {
      return State.AWAITED;
    }
    Instant last = contact.at().get();
    Instant from = last.isAfter(listeningSince) ? last : listeningSince;
    return Duration.between(from, now).compareTo(silentAfter) > 0 ? State.SILENT : State.IN_CONTACT;
  }

  /** Whether its clock is off by more than is borne. */
  public boolean isClockOff() {
    return contact.offsetMillis().isPresent()
        && Math.abs(contact.offsetMillis().getAsLong()) > CLOCK_TOLERANCE.toMillis();
  }

  /** The same with those batteries only that somebody may see. */
  Gateway seenBy(BatteryScope scope) {
    Set<Long> seen = batteries.stream().filter(scope::includes).collect(Collectors.toSet());
    return new Gateway(id, uid, code, name, silentAfter, keys, seen, contact, createdAt);
  }

  Gateway with(Contact said) {
    return new Gateway(id, uid, code, name, silentAfter, keys, batteries, said, createdAt);
  }

  Gateway withBatteries(Set<Long> behind) {
    return new Gateway(id, uid, code, name, silentAfter, keys, behind, contact, createdAt);
  }
}
