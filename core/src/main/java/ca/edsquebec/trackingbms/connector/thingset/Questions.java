package ca.edsquebec.trackingbms.connector.thingset;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Which request comes next: the probes, once who it is, then the measurements. */
final class Questions {

  private static final String TOO_LARGE = "E1";

  private Dialect dialect;
  private ReadRequest probe = Dialect.PROBE;
  private final Deque<ReadRequest> once = new ArrayDeque<>();

  /** What is left of measurements that are read in pieces. */
  private final Deque<ReadRequest> pieces = new ArrayDeque<>();

  private boolean inPieces;

  /** Whether the next one reads measurements. */
  boolean isLive() {
    return dialect != null && once.isEmpty();
  }

  /** Whether a reading of measurements has begun and is not complete. */
  boolean isUnderway() {
    return !pieces.isEmpty();
  }

  boolean reportsCells() {
    return dialect == null || dialect.reportsCells();
  }

  ReadRequest next() {
    if (dialect == null) {
      return probe;
    }
    if (!once.isEmpty()) {
      return once.peek();
    }
    if (!inPieces) {
      return dialect.live();
    }
    if (pieces.isEmpty()) {
      pieces.addAll(dialect.livePieces());
    }
    return pieces.peek();
  }

  void answered(ReadRequest request, Message answer) {
    if (dialect == null) {
      probed(answer);
    } else if (!once.isEmpty()) {
      once.poll();
    } else if (request == dialect.live() && answer.status().equals(TOO_LARGE)) {
      inPieces = true;
      pieces.addAll(dialect.livePieces());
    } else {
      pieces.poll();
    }
  }

  private void probed(Message answer) {
    boolean first = probe == Dialect.PROBE;
    Optional<Dialect> found = first ? Dialect.afterProbe(answer) : Dialect.afterOlderProbe(answer);
    probe = first ? Dialect.PROBE_OLDER : Dialect.PROBE;
    if (found.isPresent()) {
      dialect = found.get();
      once.addAll(dialect.identity());
    }
  }

  /** It does not answer any more: another one may have been connected, or another firmware. */
  void forget() {
    dialect = null;
    probe = Dialect.PROBE;
    once.clear();
    pieces.clear();
    inPieces = false;
  }
}
