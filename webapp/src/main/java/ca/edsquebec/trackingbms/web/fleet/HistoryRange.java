package ca.edsquebec.trackingbms.web.fleet;

import ca.edsquebec.trackingbms.platform.InvalidException;
import java.time.Duration;
import java.util.Arrays;

/** How far back the history of a battery's page goes. */
public enum HistoryRange {
  HOUR(Duration.ofHours(1), 1),
  SIX_HOURS(Duration.ofHours(6), 3),
  DAY(Duration.ofHours(24), 12);

  private final Duration length;
  private final int stride;

  HistoryRange(Duration length, int stride) {
    this.length = length;
    this.stride = stride;
  }

  /**
   * @param text as in addresses, such as {@code 6h}
   * @throws InvalidException when there is none of that name
   */
  static HistoryRange named(String text) {
    return Arrays.stream(values())
        .filter(range -> range.text().equals(text))
        .findFirst()
        .orElseThrow(
            () -> new InvalidException("range", "range \"" + text + "\": give 1h, 6h or 24h"));
  }

  /** As in addresses. */
  public String text() {
    return hours() + "h";
  }

  public long hours() {
    return length.toHours();
  }

  public long millis() {
    return length.toMillis();
  }

  /** Of the trend's slots, each so many is enough for a short table. */
  int stride() {
    return stride;
  }
}
