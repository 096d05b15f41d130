package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.TimeRange;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Where hours are cut in two, for days that do not begin with a UTC hour. */
final class Cuts {

  static final Cuts NONE = new Cuts(new TreeSet<>());

  private final NavigableSet<Long> instants;

  /**
   * @param instants epoch milliseconds; those that begin an hour change nothing
   */
  Cuts(NavigableSet<Long> instants) {
    this.instants = instants;
  }

  /** The part of its hour in which this instant lies. */
  TimeRange pieceOf(long millis) {
    long hour = Hours.startOf(millis);
    Long before = instants.floor(millis);
    Long behind = instants.higher(millis);
    return new TimeRange(
        before == null ? hour : Math.max(hour, before),
        behind == null ? hour + Hours.MILLIS : Math.min(hour + Hours.MILLIS, behind));
  }

  /** Whether one of the instants is within the range, and not its start. */
  boolean divides(TimeRange range) {
    Long cut = instants.higher(range.fromMillis());
    return cut != null && cut < range.toMillis();
  }

  /** Whether the hour that begins then is one piece. */
  boolean isWhole(long hour) {
    return !divides(new TimeRange(hour, hour + Hours.MILLIS));
  }
}
