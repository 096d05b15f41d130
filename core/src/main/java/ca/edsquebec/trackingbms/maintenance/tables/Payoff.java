package ca.edsquebec.trackingbms.maintenance.tables;

import java.time.Duration;
import java.util.OptionalLong;

/** Whether a table is to be rebuilt, as a function of its size, the disk and the time left. */
final class Payoff {

  /** Less is not worth the work, and comes back within days. */
  static final long LEAST_FREE = 64L << 20;

  static final double LEAST_PART = 0.2;

  /** Of a slow disk on a shared host; a rebuild reads and writes all of the table. */
  static final long BYTES_A_SECOND = 10L << 20;

  /** Room that must stay on the disk while there are two copies. */
  static final long RESERVE = 512L << 20;

  private Payoff() {}

  /**
   * @param diskFree empty when the database's disk can't be seen from here: then only what would
   *     fit into the table's own free space is rebuilt
   */
  static Outcome judge(TableSize table, OptionalLong diskFree, Duration left) {
    long all = table.usedBytes() + table.freeBytes();
    if (table.freeBytes() < LEAST_FREE || table.freeBytes() < LEAST_PART * all) {
      return Outcome.ANALYSED;
    }
    long room = diskFree.isPresent() ? diskFree.getAsLong() - RESERVE : table.freeBytes();
    if (table.usedBytes() > room) {
      return Outcome.NO_ROOM;
    }
    return left.toSeconds() < table.usedBytes() / BYTES_A_SECOND
        ? Outcome.NO_TIME
        : Outcome.REBUILT;
  }
}
