package ca.edsquebec.trackingbms.web.keys;

import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.platform.InvalidException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * With which batteries, as JSON.
 *
 * @param kind {@code all}, {@code types}, {@code places}, {@code batteries}
 * @param ids of types, places or batteries, as the API gives them; null or empty for all
 */
public record Access(String kind, List<String> ids) {

  static Access of(BatteryAccess access) {
    return new Access(
        access.kind().name().toLowerCase(Locale.ROOT), access.uids().stream().sorted().toList());
  }

  /**
   * @throws InvalidException when it is no such thing
   */
  BatteryAccess checked() {
    BatteryAccess.Kind found =
        Arrays.stream(BatteryAccess.Kind.values())
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(kind))
            .findFirst()
            .orElseThrow(
                () -> new InvalidException("access", "\"" + kind + "\" is no kind of access"));
    if (ids != null && ids.contains(null)) {
      throw new InvalidException("access", "null is no id");
    }
    return new BatteryAccess(found, ids == null ? Set.of() : Set.copyOf(ids));
  }
}
