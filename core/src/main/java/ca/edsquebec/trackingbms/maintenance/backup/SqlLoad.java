package ca.edsquebec.trackingbms.maintenance.backup;

import ca.edsquebec.trackingbms.tenant.ScratchDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Runs a backup's SQL in a database made for it, and counts. Only what makes a table or adds rows
 * is run, so that no file can do anything else.
 */
final class SqlLoad implements SqlSplitter.Listener {

  private static final byte[] SET = "SET ".getBytes(StandardCharsets.US_ASCII);

  /** So much is in one transaction. */
  private static final long TOGETHER = 1 << 24;

  private final ScratchDatabase database;
  private final Progress progress;
  private final SqlTallies tallies = new SqlTallies();
  private long bytes;
  private long committed;
  private Manifest manifest;

  SqlLoad(ScratchDatabase database, Progress progress) {
    this.database = database;
    this.progress = progress;
  }

  @Override
  public void statement(byte[] sql, int length) throws IOException {
    if (SqlText.startsWith(sql, length, SET)) {
      return;
    }
    if (manifest != null
        || !(InsertReader.isInsert(sql, length)
            || SqlText.startsWith(sql, length, SqlTallies.CREATE))) {
      throw new IOException(
          "the backup holds something else than tables and rows: "
              + new String(sql, 0, Math.min(length, 40), StandardCharsets.UTF_8));
    }
    tallies.statement(sql, length);
    String text = new String(sql, 0, length, StandardCharsets.UTF_8);
    bytes += length;
    database.sql((connection, db) -> run(connection, text));
  }

  private Void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // Braces in texts are no escapes of JDBC.
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
    if (bytes - committed >= TOGETHER) {
      committed = bytes;
      connection.commit();
      progress.at(bytes);
    }
    return null;
  }

  @Override
  public void comment(String line) throws IOException {
    if (line.startsWith(Manifest.LINE)) {
      manifest = Manifest.parse(line.substring(Manifest.LINE.length()));
    }
  }

  void commit() {
    database.sql(
        (connection, db) -> {
          connection.commit();
          return null;
        });
  }

  Optional<Manifest> manifest() {
    return Optional.ofNullable(manifest);
  }

  SqlTallies tallies() {
    return tallies;
  }
}
