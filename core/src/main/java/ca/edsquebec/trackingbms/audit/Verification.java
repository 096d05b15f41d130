package ca.edsquebec.trackingbms.audit;

import java.util.List;

/**
 * What a look at every entry of a chain found.
 *
 * @param entries how many there are
 * @param head of the chain; kept elsewhere, it shows later that nobody wound the whole chain back
 * @param faults the first {@value #MOST_FAULTS}; empty when the chain is whole
 * @param faultCount how many there are, also beyond those
 */
public record Verification(long entries, Head head, List<Fault> faults, long faultCount) {

  /** Somebody may have altered every entry of a long chain. */
  static final int MOST_FAULTS = 1000;

  /**
   * What is wrong, and from which entry on.
   *
   * @param seq 0 when it is not about an entry of the chain
   */
  public record Fault(Kind kind, long seq) {}

  /** What can be wrong. */
  public enum Kind {
    /** The entry is not what was written, or was written by somebody without the key. */
    ALTERED,
    /** Entries are missing before this one. */
    MISSING,
    /** There are entries behind the end. */
    ADDED,
    /** The key of this entry is gone: nothing can be said about it. */
    UNKNOWN_KEY,
    /** The chain is another one, or shorter, than the head that was kept elsewhere. */
    REWOUND,
    /** What waits in the client's database to be moved here was not written by this program. */
    FORGED
  }

  public Verification {
    faults = List.copyOf(faults);
  }

  boolean has(Kind kind) {
    return faults.stream().anyMatch(fault -> fault.kind() == kind);
  }

  public boolean isWhole() {
    return faults.isEmpty();
  }
}
