package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.platform.InvalidException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which of a client's batteries somebody has to do with, as it was said. Which ones that are now
 * says {@code fleet.Scopes}: batteries come to a place and leave it.
 *
 * @param uids of types, places or batteries in the client's own database, by {@code kind}; empty
 *     for all. What a uid named may be gone: then it names nothing.
 */
public record BatteryAccess(Kind kind, Set<String> uids) {

  /** What the uids are of. */
  public enum Kind {
    ALL,
    TYPES,
    PLACES,
    BATTERIES
  }

  public static final BatteryAccess ALL = new BatteryAccess(Kind.ALL, Set.of());
  public static final BatteryAccess NONE = new BatteryAccess(Kind.BATTERIES, Set.of());

  /** More would not fit where it is stored; who has more is better served by places or types. */
  public static final int MAX_UIDS = 500;

  private static final Pattern UID = Pattern.compile("[a-z0-9]{1,24}");

  /**
   * @throws InvalidException when there are too many, or one is no uid, or all has some
   */
  public BatteryAccess {
    uids = Set.copyOf(uids);
    if (uids.size() > MAX_UIDS || (kind == Kind.ALL && !uids.isEmpty())) {
      throw new InvalidException(
          "access", "a scope names at most " + MAX_UIDS + " things, and all of them none");
    }
    for (String uid : uids) {
      if (!UID.matcher(uid).matches()) {
        throw new InvalidException("access", "\"" + shortened(uid) + "\" is no id");
      }
    }
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), 40));
  }

  public static BatteryAccess types(Set<String> uids) {
    return new BatteryAccess(Kind.TYPES, uids);
  }

  public static BatteryAccess places(Set<String> uids) {
    return new BatteryAccess(Kind.PLACES, uids);
  }

  public static BatteryAccess batteries(Set<String> uids) {
    return new BatteryAccess(Kind.BATTERIES, uids);
  }

  public boolean isAll() {
    return kind == Kind.ALL;
  }

  /**
   * Whether who has this may give the other. Only within one kind: a battery that stands at one's
   * place today may leave it tomorrow, and would then be seen by somebody who was given more than
   * the giver has.
   */
  public boolean includes(BatteryAccess other) {
    return isAll() || (kind == other.kind && uids.containsAll(other.uids));
  }

  /** As it is stored: {@code PLACES uid uid}. */
  public String text() {
    return isAll()
        ? kind.name()
        : new TreeSet<>(uids)
            .stream().collect(Collectors.joining(" ", kind.name() + " ", "")).stripTrailing();
  }

  /** What {@link #text} made. */
  public static BatteryAccess parse(String text) {
    String[] words = text.split(" ", -1);
    return new BatteryAccess(
        Kind.valueOf(words[0]), Arrays.stream(words).skip(1).collect(Collectors.toSet()));
  }
}
