package ca.edsquebec.trackingbms.tenant;

import ca.edsquebec.trackingbms.platform.InvalidException;
import java.util.OptionalLong;

/**
 * How much of each a client may have; empty for as much as it likes.
 *
 * @param batteries those that are not retired
 * @param users people who belong to it
 * @param samplesADay stored between two midnights, UTC
 */
public record Quota(OptionalLong batteries, OptionalLong users, OptionalLong samplesADay) {

  public static final Quota NONE =
      new Quota(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

  private static final long MOST = 1_000_000_000_000L;

  /**
   * @throws InvalidException when one is less than 1 or beyond all measure
   */
  public Quota {
    require("batteries", batteries);
    require("users", users);
    require("samplesADay", samplesADay);
  }

  private static void require(String field, OptionalLong value) {
    if (value.isPresent() && (value.getAsLong() < 1 || value.getAsLong() > MOST)) {
      throw new InvalidException(
          field, "%s is %d; allowed: 1 to %d, or none".formatted(field, value.getAsLong(), MOST));
    }
  }

  static OptionalLong optional(Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
