package ca.edsquebec.trackingbms.routine;

import ca.edsquebec.trackingbms.platform.InstantConverter;
import ca.edsquebec.trackingbms.tenant.RegistryDatabase;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The runs of all routines, as the registry remembers them. Safe for any number of threads. */
public final class Runs {

  /** Longer than the pause between two runs of anything. */
  static final Duration KEPT = Duration.ofDays(60);

  private static final int DELETED_AT_ONCE = 2000;

  /** Of the 64 KB that the column holds. */
  private static final int REPORT_LENGTH = 15_000;

  private final RegistryDatabase registry;
  private final Clock clock;

  public Runs(RegistryDatabase registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  /** The newest run of a job. */
  public Optional<Run> last(String job) {
    return newest(Optional.of(job), 1).stream().findFirst();
  }

  /**
   * @param job of all jobs when empty
   * @return newest first
   */
  public List<Run> newest(Optional<String> job, int count) {
    return registry.sql(
        (connection, db) -> {
          String where = job.isPresent() ? " WHERE job = ?" : "";
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT * FROM "
                      + db
                      + ".job_run"
                      + where
                      + " ORDER BY id DESC LIMIT "
                      + count)) {
            if (job.isPresent()) {
              query.setString(1, job.get());
            }
            return read(query);
          }
        });
  }

  /** Remembers where the repository of Jakarta Batch has a run. */
  public void belongsTo(Run run, long batchInstance) {
    registry.sql(
        (connection, db) -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE " + db + ".job_run SET batch_instance = ? WHERE id = ?")) {
            update.setLong(1, batchInstance);
            update.setLong(2, run.id());
            return update.executeUpdate();
          }
        });
  }

  Run begin(Routine routine, Instant slot, Run.By by) {
    Instant now = clock.instant();
    long id =
        registry.sql(
            (connection, db) -> {
              try (PreparedStatement insert =
                  connection.prepareStatement(
                      "INSERT INTO "
                          + db
                          + ".job_run (job, slot_at, started_by, started_at, state, attempts,"
                          + " clients, report) VALUES (?, ?, ?, ?, ?, 1, 0, '')",
                      Statement.RETURN_GENERATED_KEYS)) {
                insert.setString(1, routine.name());
                insert.setString(2, InstantConverter.text(slot));
                insert.setString(3, by.name());
                insert.setString(4, InstantConverter.text(now));
                insert.setString(5, Run.State.RUNNING.name());
                insert.executeUpdate();
                return key(insert);
              }
            });
    return new Run(
        id,
        routine.name(),
        slot,
        by,
        now,
        Optional.empty(),
        Run.State.RUNNING,
        1,
        0,
        List.of(),
        Optional.empty());
  }

  Run restart(Run run, Run.By by) {
    Instant now = clock.instant();
    registry.sql(
        (connection, db) -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE "
                      + db
                      + ".job_run SET state = 'RUNNING', attempts = attempts + 1, started_by = ?,"
                      + " started_at = ?, ended_at = NULL WHERE id = ?")) {
            update.setString(1, by.name());
            update.setString(2, InstantConverter.text(now));
            update.setLong(3, run.id());
            return update.executeUpdate();
          }
        });
    return new Run(
        run.id(),
        run.job(),
        run.slot(),
        by,
        now,
        Optional.empty(),
        Run.State.RUNNING,
        run.attempts() + 1,
        run.clients(),
        List.of(),
        run.batchInstance());
  }

  void end(Run run, Result result) {
    registry.sql(
        (connection, db) -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE "
                      + db
                      + ".job_run SET state = ?, ended_at = ?, clients = ?, report = ?"
                      + " WHERE id = ?")) {
            update.setString(1, result.state().name());
            update.setString(2, InstantConverter.text(clock.instant()));
            update.setInt(3, result.clients());
            update.setString(4, report(result.failures()));
            update.setLong(5, run.id());
            return update.executeUpdate();
          }
        });
  }

  /** How many runs have been kept for 60 days, which is promised and no setting. */
  public long countOld() {
    return registry.sql(
        (connection, db) -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT COUNT(*) FROM " + db + ".job_run WHERE started_at < ?")) {
            query.setString(1, before());
            try (ResultSet row = query.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }

  /**
   * Forgets these, here and in the repository of Jakarta Batch.
   *
   * @return how many
   */
  public long forgetOld() {
    long all = 0;
    int some;
    do {
      some = purge();
      all += some;
    } while (some == DELETED_AT_ONCE);
    return all;
  }

  /**
   * As {@link #forgetOld}, no more than so many as take no time.
   *
   * @return how many runs
   */
  int purge() {
    return registry.sql(
        (connection, db) -> {
          try (PreparedStatement runs =
                  connection.prepareStatement(
                      "DELETE FROM "
                          + db
                          + ".job_run WHERE started_at < ? ORDER BY id LIMIT "
                          + DELETED_AT_ONCE);
              // Executions, steps and partitions go with their instance.
              PreparedStatement instances =
                  connection.prepareStatement(
                      "DELETE FROM "
                          + db
                          + ".JOB_INSTANCE WHERE JOBINSTANCEID < (SELECT MIN(batch_instance) FROM "
                          + db
                          + ".job_run) ORDER BY JOBINSTANCEID LIMIT "
                          + DELETED_AT_ONCE)) {
            runs.setString(1, before());
            int count = runs.executeUpdate();
            instances.executeUpdate();
            return count;
          }
        });
  }

  private String before() {
    return InstantConverter.text(clock.instant().minus(KEPT));
  }

  private static String report(List<String> failures) {
    String text = String.join("\n", failures);
    return text.length() > REPORT_LENGTH ? text.substring(0, REPORT_LENGTH) + "…" : text;
  }

  private static long key(PreparedStatement insert) throws SQLException {
    try (ResultSet keys = insert.getGeneratedKeys()) {
      keys.next();
      return keys.getLong(1);
    }
  }

  private static List<Run> read(PreparedStatement query) throws SQLException {
    List<Run> runs = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        String ended = row.getString("ended_at");
        long instance = row.getLong("batch_instance");
        boolean known = !row.wasNull();
        runs.add(
            new Run(
                row.getLong("id"),
                row.getString("job"),
                InstantConverter.instant(row.getString("slot_at")),
                Run.By.valueOf(row.getString("started_by")),
                InstantConverter.instant(row.getString("started_at")),
                Optional.ofNullable(ended).map(InstantConverter::instant),
                Run.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getInt("clients"),
                row.getString("report").lines().toList(),
                known ? Optional.of(instance) : Optional.empty()));
      }
    }
    return runs;
  }
}
