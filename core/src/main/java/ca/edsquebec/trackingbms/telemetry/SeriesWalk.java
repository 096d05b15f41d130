package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.measure.TimeRange;
import ca.edsquebec.trackingbms.telemetry.chunk.Block;
import java.util.List;
import java.util.Optional;

/**
 * Some metrics of a battery over any length of time, piece by piece, so that memory does not depend
 * on it. Between two pieces nothing is held of the database: take your time.
 *
 * <p>For one thread, which may not be within a unit of work.
 */
public final class SeriesWalk implements AutoCloseable {

  private final SampleWalk walk;
  private final SeriesCollector collector;

  SeriesWalk(SampleWalk walk, SeriesCollector collector) {
    this.walk = walk;
    this.collector = collector;
  }

  /** The next samples in order of time, one at least; empty when there are no more. */
  public Optional<Series> next() {
    while (walk.hasNext()) {
      List<Block> blocks = walk.next();
      if (!blocks.isEmpty()) {
        blocks.forEach(collector::add);
        return Optional.of(collector.take());
      }
    }
    return Optional.empty();
  }

  /** Hours among those walked over whose samples are stored but damaged. */
  public List<TimeRange> damaged() {
    return walk.damaged();
  }

  @Override
  public void close() {
    walk.close();
  }
}
