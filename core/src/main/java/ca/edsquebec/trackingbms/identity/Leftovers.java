package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Deletes what is left of sign-ins, links, invitations and visits that are over. Safe for any
 * number of threads and programs at once; to be called outside of any unit of work.
 */
public final class Leftovers {

  private static final int AT_ONCE = 1000;

  private final RegistryDatabase registry;
  private final Clock clock;

  public Leftovers(RegistryDatabase registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  /** How many rows of each kind {@link #delete} would delete now; changes nothing. */
  public Map<Leftover, Long> count() {
    Instant now = clock.instant();
    Map<Leftover, Long> counts = new EnumMap<>(Leftover.class);
    for (Leftover kind : Leftover.values()) {
      counts.put(kind, registry.sql((connection, db) -> count(connection, db, kind, now)));
    }
    return counts;
  }

  /**
   * Deletes them, a thousand rows at a time, so that nobody waits for it. May be stopped at any
   * time, by an interrupt too, and repeated.
   *
   * @return how many rows of each kind were deleted; those that go with another row don't count
   */
  public Map<Leftover, Long> delete() {
    Instant now = clock.instant();
    Map<Leftover, Long> counts = new EnumMap<>(Leftover.class);
    for (Leftover kind : Leftover.values()) {
      counts.put(kind, delete(kind, now));
    }
    return counts;
  }

  private long delete(Leftover kind, Instant now) {
    long all = 0;
    List<List<String>> keys;
    do {
      keys = registry.sql((connection, db) -> some(connection, db, kind, now));
      List<List<String>> found = keys;
      if (!found.isEmpty()) {
        all += registry.sql((connection, db) -> delete(connection, db, kind, found));
      }
    } while (keys.size() == AT_ONCE && !Thread.currentThread().isInterrupted());
    return all;
  }

  private static long count(Connection connection, String db, Leftover kind, Instant now)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(kind.select(db, "COUNT(*)"))) {
      query.setObject(1, kind.before(now));
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static List<List<String>> some(
      Connection connection, String db, Leftover kind, Instant now) throws SQLException {
    String sql = kind.select(db, kind.key()) + " LIMIT " + AT_ONCE;
    List<List<String>> found = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setObject(1, kind.before(now));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          List<String> key = new ArrayList<>();
          for (int i = 1; i <= kind.keyColumns().size(); i++) {
            key.add(row.getString(i));
          }
          found.add(key);
        }
      }
    }
    return found;
  }

  // By keys: a range would lock what is being inserted beside it.
  private static int delete(
      Connection connection, String db, Leftover kind, List<List<String>> keys)
      throws SQLException {
    String one = String.join(" = ? AND ", kind.keyColumns()) + " = ?";
    String any = String.join(") OR (", Collections.nCopies(keys.size(), one));
    String sql = "DELETE FROM %s WHERE (%s)".formatted(kind.table(db), any);
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      int at = 1;
      for (List<String> key : keys) {
        for (String part : key) {
          delete.setString(at++, part);
        }
      }
      return delete.executeUpdate();
    }
  }
}
