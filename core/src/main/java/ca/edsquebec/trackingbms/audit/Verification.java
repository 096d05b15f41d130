package ca.edsquebec.trackingbms.audit;

import java.util.List;

/**
 * What a look at every entry of a chain found.
 *
 * @param entries how many there are
 * @param lastSeq number of the last entry; 0 in a chain without any
 * @param lastCode the last entry's code in hex: kept elsewhere, it shows later that nobody wound
 *     the whole chain back
 * @param faults empty when the chain is whole
 */
public record Verification(long entries, long lastSeq, String lastCode, List<Fault> faults) {

  /** What is wrong, and from which entry on. */
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
    UNKNOWN_KEY
  }

  public Verification {
    faults = List.copyOf(faults);
  }

  public boolean isWhole() {
    return faults.isEmpty();
  }
}
