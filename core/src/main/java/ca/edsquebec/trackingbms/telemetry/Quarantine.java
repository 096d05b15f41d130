package ca.edsquebec.trackingbms.telemetry;

import ca.edsquebec.trackingbms.platform.InstantConverter;
import ca.edsquebec.trackingbms.tenant.TenantDatabase;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The last frames that could not be decoded, with the reason, for whoever looks after a device. A
 * sample of them, not an archive: {@value #PER_CALL} of a call and {@value #KEPT} of a client are
 * kept. Safe for any number of threads, none of which may be within a unit of work; throws what
 * {@link TenantDatabase} throws.
 */
public final class Quarantine {

  static final int PER_CALL = 10;
  static final int KEPT = 1000;

  /** Characters of a text or a reason. */
  static final int LENGTH = 200;

  private final TenantDatabase db;
  private final Clock clock;

  public Quarantine(TenantDatabase db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * A frame that was refused.
   *
   * @param text the frame as a person can read it (hex or its line); kept to 200 characters
   * @param reason why; kept to 200 characters
   */
  public record Refused(String text, String reason) {}

  /**
   * A frame kept.
   *
   * @param batteryId internal id; empty when the frame could not be told to a battery
   */
  public record Kept(
      Instant receivedAt, OptionalLong batteryId, String connector, String text, String reason) {}

  /**
   * Keeps the first few of these; does nothing when there are none.
   *
   * @param batteryId internal id; empty when unknown
   * @param connector its id, at most 40 characters
   */
  public void record(
      TenantId tenant, OptionalLong batteryId, String connector, List<Refused> frames) {
    if (frames.isEmpty()) {
      return;
    }
    List<Refused> few = frames.subList(0, Math.min(PER_CALL, frames.size()));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    db.sql(
        tenant,
        (connection, name) -> {
          long last = insert(connection, name, now, batteryId, connector, few);
          trim(connection, name, last - KEPT);
          return null;
        });
  }

  private static long insert(
      Connection connection,
      String db,
      Instant now,
      OptionalLong batteryId,
      String connector,
      List<Refused> frames)
      throws SQLException {
    String sql =
        "INSERT INTO %s.quarantine (battery_id, received_at, connector, reason, frame) VALUES "
                .formatted(db)
            + frames.stream().map(frame -> "(?, ?, ?, ?, ?)").collect(Collectors.joining(", "));
    try (PreparedStatement insert =
        connection.prepareStatement(sql, PreparedStatement.RETURN_GENERATED_KEYS)) {
      int parameter = 1;
      for (Refused frame : frames) {
        insert.setObject(
            parameter++, batteryId.isPresent() ? batteryId.getAsLong() : null, Types.BIGINT);
        insert.setString(parameter++, InstantConverter.text(now));
        insert.setString(parameter++, connector);
        insert.setString(parameter++, cut(frame.reason()));
        insert.setString(parameter++, cut(frame.text()));
      }
      insert.executeUpdate();
      long last = 0;
      try (ResultSet keys = insert.getGeneratedKeys()) {
        while (keys.next()) {
          last = keys.getLong(1);
        }
      }
      return last;
    }
  }

  /** How many frames are from before that time. */
  public long count(TenantId tenant, Instant before) {
    return db.sql(
        tenant,
        (connection, name) -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT COUNT(*) FROM " + name + ".quarantine WHERE received_at < ?")) {
            query.setString(1, InstantConverter.text(before));
            try (ResultSet row = query.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }

  /** Deletes those; returns how many. */
  public long deleteBefore(TenantId tenant, Instant before) {
    return db.sql(
        tenant,
        (connection, name) -> {
          try (PreparedStatement delete =
              connection.prepareStatement(
                  "DELETE FROM " + name + ".quarantine WHERE received_at < ?")) {
            delete.setString(1, InstantConverter.text(before));
            return (long) delete.executeUpdate();
          }
        });
  }

  // By id: the order of arrival, and no search.
  private static void trim(Connection connection, String db, long upTo) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM " + db + ".quarantine WHERE id <= ?")) {
      delete.setLong(1, upTo);
      delete.executeUpdate();
    }
  }

  // The column counts whole characters, as this does; half of one is never left.
  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LENGTH
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LENGTH));
  }

  /**
   * The newest first; frames of no known battery only for who sees all batteries.
   *
   * @param limit how many at most, positive
   */
  public List<Kept> recent(Viewer viewer, int limit) {
    return db.sql(
        viewer.tenant(),
        (connection, name) -> {
          String sql =
              "SELECT received_at, battery_id, connector, frame, reason FROM %s.quarantine"
                      .formatted(name)
                  + " ORDER BY id DESC";
          try (PreparedStatement query = connection.prepareStatement(sql);
              ResultSet rows = query.executeQuery()) {
            List<Kept> kept = new ArrayList<>();
            while (kept.size() < limit && rows.next()) {
              Kept frame = read(rows);
              if (isVisible(viewer, frame)) {
                kept.add(frame);
              }
            }
            return kept;
          }
        });
  }

  private static boolean isVisible(Viewer viewer, Kept frame) {
    return frame.batteryId().isPresent()
        ? viewer.scope().includes(frame.batteryId().getAsLong())
        : viewer.scope().all();
  }

  private static Kept read(ResultSet row) throws SQLException {
    Instant receivedAt = InstantConverter.instant(row.getString(1));
    long battery = row.getLong(2);
    OptionalLong batteryId = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(battery);
    return new Kept(receivedAt, batteryId, row.getString(3), row.getString(4), row.getString(5));
  }
}
