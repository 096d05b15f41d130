package ca.edsquebec.trackingbms.audit;

import ca.edsquebec.trackingbms.secret.KeyRing;
import ca.edsquebec.trackingbms.secret.Purpose;
import ca.edsquebec.trackingbms.secret.SecretKey;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Goes along a chain, as it is at one moment, and compares. After a fault it goes on from what is
 * stored. That entries were deleted for their age is believed only when an entry of the chain
 * itself says so.
 */
final class ChainCheck {

  private final KeyRing keys;
  private final ChainTable.Ends ends;
  private final Optional<Head> kept;
  private final int forged;
  private final List<Verification.Fault> faults = new ArrayList<>();
  private long faultCount;
  private byte[] previous;
  private long expected;
  private long begins = 1;
  private long count;
  private boolean endPassed;

  /**
   * @param kept what the chain's head was some time ago
   * @param forged how many entries wait that nobody with the key wrote
   */
  ChainCheck(KeyRing keys, ChainTable.Ends ends, Optional<Head> kept, int forged) {
    this.keys = keys;
    this.ends = ends;
    this.kept = kept;
    this.forged = forged;
    this.previous = ends.beforeMac();
    this.expected = ends.firstSeq();
    compareWithKept(ends.firstSeq() - 1, ends.beforeMac());
    kept.filter(head -> head.seq() > ends.lastSeq())
        .ifPresent(head -> fault(Verification.Kind.REWOUND, head.seq()));
  }

  void next(StoredEntry entry) {
    if (entry.seq() > ends.lastSeq()) {
      if (!endPassed) {
        fault(Verification.Kind.ADDED, entry.seq());
      }
      endPassed = true;
      return;
    }
    count++;
    if (entry.seq() < expected) {
      fault(Verification.Kind.ADDED, entry.seq());
    } else if (entry.seq() > expected) {
      fault(Verification.Kind.MISSING, entry.seq());
    } else {
      compare(entry);
    }
    compareWithKept(entry.seq(), entry.mac());
    previous = entry.mac();
    expected = entry.seq() + 1;
  }

  private void compare(StoredEntry entry) {
    Optional<SecretKey> key = keys.remembered(Purpose.AUDIT, entry.keyId());
    if (key.isEmpty()) {
      fault(Verification.Kind.UNKNOWN_KEY, entry.seq());
    } else if (!entry.isSealed(previous, key.get())) {
      fault(Verification.Kind.ALTERED, entry.seq());
    } else if (entry.action().equals(Action.AUDIT_TRIMMED.name())) {
      begins = Trim.firstOf(entry);
    }
  }

  private void compareWithKept(long seq, byte[] code) {
    kept.filter(head -> head.seq() == seq && !head.code().equals(hex(code)))
        .ifPresent(head -> fault(Verification.Kind.REWOUND, seq));
  }

  Verification end() {
    if (begins != ends.firstSeq()) {
      fault(Verification.Kind.MISSING, ends.firstSeq());
    }
    if (expected <= ends.lastSeq()) {
      fault(Verification.Kind.MISSING, ends.lastSeq() + 1);
    } else if (expected == ends.lastSeq() + 1 && !MessageDigest.isEqual(previous, ends.lastMac())) {
      fault(Verification.Kind.ALTERED, ends.lastSeq());
    }
    if (forged > 0) {
      fault(Verification.Kind.FORGED, 0);
    }
    return new Verification(
        count, new Head(ends.lastSeq(), hex(ends.lastMac())), faults, faultCount);
  }

  private void fault(Verification.Kind kind, long seq) {
    faultCount++;
    if (faults.size() < Verification.MOST_FAULTS) {
      faults.add(new Verification.Fault(kind, seq));
    }
  }

  private static String hex(byte[] code) {
    return HexFormat.of().formatHex(code);
  }
}
