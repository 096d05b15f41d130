package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.TimeRange;
import java.util.List;

/**
 * A series with fewer rows, each still exactly as measured.
 *
 * @param series the rows that were kept
 * @param gaps where the battery was silent, as {@link History#thinned} defines it: each from the
 *     last sample before to the first after; between two samples only, in order of time
 * @param measured the times of all samples, also of those left out
 * @param damaged hours whose samples are stored but damaged
 */
@SuppressWarnings("ArrayRecordComponent")
public record Thinned(
    Series series, List<TimeRange> gaps, long[] measured, List<TimeRange> damaged) {

  public Thinned {
    gaps = List.copyOf(gaps);
    damaged = List.copyOf(damaged);
  }
}
