package ca.edsquebec.trackingbms.jobs.forward.spool;

import java.util.Comparator;

/**
 * A place between two blocks.
 *
 * @param segment number of the file
 * @param offset of the next block in it, in bytes
 */
public record Position(long segment, long offset) implements Comparable<Position> {

  private static final Comparator<Position> ORDER =
      Comparator.comparingLong(Position::segment).thenComparingLong(Position::offset);

  static final Position START = new Position(0, 0);

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }
}
