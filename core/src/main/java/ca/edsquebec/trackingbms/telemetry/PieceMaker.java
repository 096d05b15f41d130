package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.telemetry.chunk.Block;
import ca.edsquebec.trackingbms.telemetry.chunk.BlockMerge;
import ca.edsquebec.trackingbms.telemetry.rollup.Accumulator;
import ca.edsquebec.trackingbms.telemetry.rollup.Observations;
import ca.edsquebec.trackingbms.telemetry.rollup.Rollup;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Rolls up samples piece by piece, in order of time, however they are handed over. */
final class PieceMaker {

  private final Cuts cuts;
  private final Duration period;

  /** What came before and what was made, by start. */
  private final NavigableMap<Long, Rollup> before = new TreeMap<>();

  private final NavigableMap<TimeRange, Rollup> made =
      new TreeMap<>((a, b) -> Long.compare(a.fromMillis(), b.fromMillis()));

  private TimeRange piece;
  private Accumulator accumulator;

  /**
   * @param before rollups that came before, by start
   */
  PieceMaker(Cuts cuts, Duration period, NavigableMap<Long, Rollup> before) {
    this.cuts = cuts;
    this.period = period;
    this.before.putAll(before);
  }

  void add(Block block) {
    Observations observed = SampleObservations.of(block);
    int from = 0;
    while (from < block.size()) {
      TimeRange next = cuts.pieceOf(block.times()[from]);
      if (!next.equals(piece)) {
        begin(next);
      }
      int to = BlockMerge.indexOf(block.times(), next.toMillis());
      accumulator.add(observed, from, to);
      from = to;
    }
  }

  private void begin(TimeRange next) {
    end();
    piece = next;
    accumulator = SampleObservations.accumulator(period);
    long reach = HourRollups.reach(period) + Hours.MILLIS;
    NavigableMap<Long, Rollup> near =
        before.subMap(next.fromMillis() - reach, true, next.fromMillis(), false);
    if (!near.isEmpty()) {
      accumulator.seed(Rollup.merge(List.copyOf(near.values())));
    }
  }

  private void end() {
    if (accumulator != null) {
      accumulator
          .rollup()
          .ifPresent(
              rollup -> {
                made.put(piece, rollup);
                before.put(piece.fromMillis(), rollup);
              });
    }
  }

  /** All pieces, by time; nothing may be added behind this. */
  NavigableMap<TimeRange, Rollup> pieces() {
    end();
    accumulator = null;
    return made;
  }
}
