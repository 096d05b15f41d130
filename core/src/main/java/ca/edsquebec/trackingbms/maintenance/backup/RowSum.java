package ca.edsquebec.trackingbms.maintenance.backup;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Counts a table's rows and adds up the first 128 bits of each one's SHA-256. The sum does not
 * depend on the order, which collations of another server may change. It finds accidents; that
 * nobody altered a backup on purpose, its seal shows.
 *
 * <p>For each row: {@link #value} or {@link #nothing} for each column, then {@link #end}.
 */
final class RowSum {

  private final MessageDigest digest;
  private final byte[] prefix = new byte[5];
  private long rows;
  private long high;
  private long low;

  RowSum() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  void nothing() {
    digest.update((byte) 0);
  }

  /** Numbers and times as the server writes them, texts in UTF-8, bytes as they are. */
  void value(byte[] bytes, int from, int length) {
    ByteBuffer.wrap(prefix).put((byte) 1).putInt(length);
    digest.update(prefix);
    digest.update(bytes, from, length);
  }

  void end() {
    ByteBuffer row = ByteBuffer.wrap(digest.digest());
    high += row.getLong();
    long part = row.getLong();
    low += part;
    if (Long.compareUnsigned(low, part) < 0) {
      high++;
    }
    rows++;
  }

  TableTally tally(String table) {
    return new TableTally(table, rows, "%016x%016x".formatted(high, low));
  }
}
