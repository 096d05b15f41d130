package ca.edsquebec.trackingbms.tenant;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * The right to do something that only one program may do at a time: a row with an owner, an expiry
 * by the database's clock and a fencing number that grows with each new holder. Unlike a lock of
 * the server it neither leaks through the pool nor dies on a cluster.
 *
 * <p>Close it to let go early; a holder that dies loses it at its expiry.
 */
public final class Lease implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final long RETRY_NANOS = Duration.ofMillis(500).toNanos();

  private static final int CONTENTIONS = 10;

  private final RegistryDatabase registry;
  private final String name;
  private final String owner;
  private final Duration length;
  private final long fence;

  private Lease(RegistryDatabase registry, String name, String owner, Duration length, long fence) {
    this.registry = registry;
    this.name = name;
    this.owner = owner;
    this.length = length;
    this.fence = fence;
  }

  /**
   * @param name what is held, such as {@code provision/acme}; at most 120 characters
   * @param length how long it lasts without {@link #renew}; five minutes at most
   * @return empty when another holds it
   */
  public static Optional<Lease> tryAcquire(
      RegistryDatabase registry, String name, Duration length) {
    if (length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("longer than " + LONGEST + ": " + length);
    }
    String owner = UUID.randomUUID().toString();
    long fence = contend(registry, name, owner, length);
    return fence == 0
        ? Optional.empty()
        : Optional.of(new Lease(registry, name, owner, length, fence));
  }

  /** Of several that insert at once, the server may send away all but one, which need not win. */
  private static long contend(
      RegistryDatabase registry, String name, String owner, Duration length) {
    for (int left = CONTENTIONS; ; left--) {
      try {
        return registry.sqlTransaction(
            (connection, db) ->
                takeOver(connection, db, name, owner, length)
                        || take(connection, db, name, owner, length)
                    ? fence(connection, db, name, owner)
                    : curtail(connection, db, name));
      } catch (DatabaseException e) {
        if (left == 1 || !e.isDeadlock()) {
          throw e;
        }
      }
    }
  }

  /**
   * As {@link #tryAcquire}, again and again while another holds it.
   *
   * @param patience for how long; one that died lets go within its lease's length
   */
  public static Optional<Lease> acquire(
      RegistryDatabase registry, String name, Duration length, Duration patience) {
    long limit = System.nanoTime() + patience.toNanos();
    Optional<Lease> lease = tryAcquire(registry, name, length);
    while (lease.isEmpty()
        && System.nanoTime() < limit
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(RETRY_NANOS);
      lease = tryAcquire(registry, name, length);
    }
    return lease;
  }

  Duration length() {
    return length;
  }

  /** Larger than that of every earlier holder. */
  public long fence() {
    return fence;
  }

  /**
   * Holds it for its full length from now.
   *
   * @return false when it expired and another took it: stop at once
   */
  public boolean renew() {
    return registry.sql(
        (connection, db) -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE "
                      + db
                      + ".lease SET expires_at = "
                      + expiry(length)
                      + " WHERE name = ? AND owner = ?")) {
            update.setString(1, name);
            update.setString(2, owner);
            // Renewed twice within a millisecond the row does not change: ask who holds it.
            return update.executeUpdate() == 1 || fence(connection, db, name, owner) != 0;
          }
        });
  }

  @Override
  public void close() {
    registry.sql(
        (connection, db) -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE "
                      + db
                      + ".lease SET expires_at = '1970-01-02', owner = ''"
                      + " WHERE name = ? AND owner = ?")) {
            update.setString(1, name);
            update.setString(2, owner);
            return update.executeUpdate();
          }
        });
  }

  private static boolean takeOver(
      Connection connection, String db, String name, String owner, Duration length)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE "
                + db
                + ".lease SET owner = ?, fence = fence + 1, expires_at = "
                + expiry(length)
                + " WHERE name = ? AND expires_at <= UTC_TIMESTAMP(3)")) {
      update.setString(1, owner);
      update.setString(2, name);
      return update.executeUpdate() == 1;
    }
  }

  private static boolean take(
      Connection connection, String db, String name, String owner, Duration length)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO "
                + db
                + ".lease (name, owner, fence, expires_at) VALUES (?, ?, 1, "
                + expiry(length)
                + ")")) {
      insert.setString(1, name);
      insert.setString(2, owner);
      return insert.executeUpdate() == 1;
    } catch (SQLIntegrityConstraintViolationException held) {
      return false;
    }
  }

  /**
   * Nobody can hold it for longer than that from now, unless the database's clock was put back
   * meanwhile: who died would then keep all others waiting until that time comes again. Whoever
   * lives renews it.
   *
   * @return 0, as for who holds nothing
   */
  private static long curtail(Connection connection, String db, String name) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE "
                + db
                + ".lease SET expires_at = "
                + expiry(LONGEST)
                + " WHERE name = ? AND expires_at > "
                + expiry(LONGEST))) {
      update.setString(1, name);
      update.executeUpdate();
      return 0;
    }
  }

  private static long fence(Connection connection, String db, String name, String owner)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT fence FROM " + db + ".lease WHERE name = ? AND owner = ?")) {
      query.setString(1, name);
      query.setString(2, owner);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  private static String expiry(Duration length) {
    return "UTC_TIMESTAMP(3) + INTERVAL " + length.toMillis() * 1000 + " MICROSECOND";
  }
}
