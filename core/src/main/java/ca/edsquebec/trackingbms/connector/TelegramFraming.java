package ca.edsquebec.trackingbms.connector;

import ca.edsquebec.trackingbms.connector.wire.Telegrams;
import ca.edsquebec.trackingbms.connector.wire.Telegrams.Check;
import java.util.Arrays;

/**
 * Cuts a stream where the telegrams of a shape end; what passes no check is dropped.
 *
 * @param shape whose checks look at the telegram alone, and call it cut while it may become one
 * @param beginning bytes that tell whether one may begin, at least one
 * @param maxLength the longest telegram, in bytes
 */
public record TelegramFraming(Telegrams.Shape shape, int beginning, int maxLength)
    implements Framing {

  /** Enough for a length and its check; who claims nonsense is not worth a copy of all. */
  private static final int HEAD = 32;

  public TelegramFraming {
    if (beginning < 1 || maxLength < beginning) {
      throw new IllegalArgumentException(
          "a beginning of %d bytes, a telegram of %d".formatted(beginning, maxLength));
    }
  }

  @Override
  public int measure(byte[] bytes, int from, int to) {
    if (to - from < beginning) {
      return 0;
    }
    if (!shape.mayStart(bytes, from)) {
      return -1;
    }
    Check check = check(bytes, from, Math.min(to, from + HEAD));
    if (check.cut() && to - from > HEAD) {
      check = check(bytes, from, to);
    }
    if (check.cut()) {
      return 0;
    }
    return check.length() > 0 ? check.length() : -1;
  }

  /** A shape takes all that lies in an array, and more may lie in this one. */
  private Check check(byte[] bytes, int from, int to) {
    return shape.check(Arrays.copyOfRange(bytes, from, to), 0);
  }
}
