package ca.edsquebec.trackingbms.gateway;

import ca.edsquebec.trackingbms.platform.InvalidException;
import java.time.Duration;
import java.util.Set;

/**
 * What somebody wants a gateway to be.
 *
 * @param name 1 to 120 characters
 * @param silentAfter a minute to a week
 * @param keys ids of API keys of the same client; none for the first key that names it
 * @param batteries internal ids of batteries of the same client; they are behind no other then
 */
public record GatewayWish(
    String name, Duration silentAfter, Set<String> keys, Set<Long> batteries) {

  static final Duration SHORTEST = Duration.ofMinutes(1);
  static final Duration LONGEST = Duration.ofDays(7);

  /** After how long one is silent for which nobody says otherwise. */
  public static final Duration USUAL = Duration.ofMinutes(5);

  private static final int MAX_NAME = 120;
  private static final int MAX_KEYS = 50;

  /**
   * @throws InvalidException for a value that can't be, naming it
   */
  public GatewayWish {
    name = name.strip();
    keys = Set.copyOf(keys);
    batteries = Set.copyOf(batteries);
    if (name.isEmpty() || name.length() > MAX_NAME || hasControl(name)) {
      throw new InvalidException("name", "a name has 1 to 120 characters, all of them visible");
    }
    if (silentAfter.compareTo(SHORTEST) < 0 || silentAfter.compareTo(LONGEST) > 0) {
      throw new InvalidException(
          "silentAfter",
          "%d s; allowed: %d to %d"
              .formatted(silentAfter.toSeconds(), SHORTEST.toSeconds(), LONGEST.toSeconds()));
    }
    if (keys.size() > MAX_KEYS) {
      throw new InvalidException("keys", "a gateway has at most %d keys".formatted(MAX_KEYS));
    }
  }

  private static boolean hasControl(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }
}
