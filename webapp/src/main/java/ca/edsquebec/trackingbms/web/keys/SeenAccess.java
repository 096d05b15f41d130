package ca.edsquebec.trackingbms.web.keys;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.fleet.BatteryDirectory;
import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.web.security.Caller;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a reader is told of the batteries that a key or link opens: no id beyond the reader's own.
 */
final class SeenAccess {

  private final BatteryAccess own;
  private final List<Battery> seen;

  SeenAccess(BatteryDirectory batteries, Caller caller) {
    own = caller.membership().access();
    seen = own.isAll() ? List.of() : batteries.all(caller.viewer());
  }

  Access of(BatteryAccess access) {
    if (own.isAll()) {
      return Access.of(access);
    }
    Set<String> known = known(access.kind());
    return new Access(
        access.kind().name().toLowerCase(Locale.ROOT),
        access.uids().stream().filter(known::contains).sorted().toList());
  }

  private Set<String> known(BatteryAccess.Kind kind) {
    Set<String> known = new HashSet<>(own.kind() == kind ? own.uids() : Set.of());
    seen.forEach(
        battery ->
            known.add(
                switch (kind) {
                  case TYPES -> battery.type().uid();
                  case PLACES -> battery.place().uid();
                  case ALL, BATTERIES -> battery.uid();
                }));
    return known;
  }
}
