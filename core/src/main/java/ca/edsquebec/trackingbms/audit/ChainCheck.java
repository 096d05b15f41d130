package ca.edsquebec.trackingbms.audit;

import ca.edsquebec.trackingbms.secret.KeyRing;
import ca.edsquebec.trackingbms.secret.Purpose;
import ca.edsquebec.trackingbms.secret.SecretKey;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Goes along a chain and compares. After a fault it goes on from what is stored. */
final class ChainCheck {

  private final KeyRing keys;
  private final ChainTable.Ends ends;
  private final List<Verification.Fault> faults = new ArrayList<>();
  private byte[] previous;
  private long expected;
  private long count;

  ChainCheck(KeyRing keys, ChainTable.Ends ends) {
    this.keys = keys;
    this.ends = ends;
    this.previous = ends.beforeMac();
    this.expected = ends.firstSeq();
  }

  /** An entry behind the end, as it was when the look began, is none of this look's. */
  void next(StoredEntry entry) {
    if (entry.seq() > ends.lastSeq()) {
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
    previous = entry.mac();
    expected = entry.seq() + 1;
  }

  private void compare(StoredEntry entry) {
    Optional<SecretKey> key = keys.find(Purpose.AUDIT, entry.keyId());
    if (key.isEmpty()) {
      fault(Verification.Kind.UNKNOWN_KEY, entry.seq());
    } else if (!MessageDigest.isEqual(entry.macAfter(previous, key.get()), entry.mac())) {
      fault(Verification.Kind.ALTERED, entry.seq());
    }
  }

  /**
   * @param behindTheEnd number of the first entry behind the chain's end as it is now
   */
  Verification end(OptionalLong behindTheEnd) {
    behindTheEnd.ifPresent(seq -> fault(Verification.Kind.ADDED, seq));
    if (expected <= ends.lastSeq()) {
      fault(Verification.Kind.MISSING, ends.lastSeq() + 1);
    } else if (expected == ends.lastSeq() + 1 && !MessageDigest.isEqual(previous, ends.lastMac())) {
      fault(Verification.Kind.ALTERED, ends.lastSeq());
    }
    return new Verification(
        count, ends.lastSeq(), HexFormat.of().formatHex(ends.lastMac()), faults);
  }

  private void fault(Verification.Kind kind, long seq) {
    faults.add(new Verification.Fault(kind, seq));
  }
}
