package ca.edsquebec.trackingbms.audit;

import ca.edsquebec.trackingbms.secret.SecretKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

/**
 * Takes the oldest entries of a chain away, in the transaction of an entry that says so: without
 * that one, a chain that begins later than it did is not whole.
 */
final class Trim {

  private static final String FIRST = "firstSeq";

  private Trim() {}

  /**
   * @param before older entries go; those behind the first that is not older stay
   * @param limit how many at most
   * @return how many went
   */
  static long run(
      ChainTable table, String chain, Instant now, Instant before, long limit, SecretKey key)
      throws SQLException {
    ChainTable.Ends ends = table.lock(chain);
    long first =
        Math.min(table.firstSince(chain, before, ends), Math.addExact(ends.firstSeq(), limit));
    if (first <= ends.firstSeq()) {
      return 0;
    }
    table.deleteBefore(chain, first);
    Change change =
        new Change(
            Action.AUDIT_TRIMMED,
            "audit",
            Map.of(FIRST, Long.toString(ends.firstSeq())),
            Map.of(FIRST, Long.toString(first)));
    StoredEntry entry = StoredEntry.of(chain, now, Actor.SYSTEM, change, null);
    table.append(entry.sealed(ends.lastSeq() + 1, ends.lastMac(), key));
    return first - ends.firstSeq();
  }

  /** Which entry the chain begins with, as such an entry says. */
  static long firstOf(StoredEntry trim) {
    return Long.parseLong(ValuesJson.values(trim.after()).getOrDefault(FIRST, "1"));
  }
}
