package ca.edsquebec.trackingbms.web.bench;

import ca.edsquebec.trackingbms.testkit.DatabaseAccess;
import ca.edsquebec.trackingbms.testkit.EmbeddedMariaDb;
import ca.edsquebec.trackingbms.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A MariaDB of its own, empty at the start, with the memory that a small server gives it. */
final class BenchDatabase {

  private static final String[] SIZES = {
    "SET GLOBAL innodb_buffer_pool_size = 256 << 20", "SET GLOBAL innodb_log_file_size = 96 << 20"
  };

  private static final String COUNTERS =
      "SHOW GLOBAL STATUS WHERE Variable_name IN ('Questions', 'Com_insert', 'Com_commit',"
          + " 'Handler_commit', 'Handler_read_key', 'Handler_read_next', 'Handler_read_rnd_next',"
          + " 'Handler_write', 'Innodb_os_log_fsyncs', 'Innodb_data_fsyncs',"
          + " 'Innodb_os_log_written', 'Bytes_received')";

  private final DatabaseAccess access;
  private final long pid;

  private BenchDatabase(DatabaseAccess access, long pid) {
    this.access = access;
    this.pid = pid;
  }

  /** Starts it, as the one that tests' installations use. */
  static BenchDatabase start(Path data) throws IOException, SQLException {
    delete(data);
    Path binaries = TestDatabase.projectRoot().resolve("target/mariadb");
    EmbeddedMariaDb server = EmbeddedMariaDb.start(binaries, data);
    DatabaseAccess access = server.access();
    access.execute(SIZES);
    System.setProperty("tbms.test.db.url", access.server());
    System.setProperty("tbms.test.db.user", access.user());
    System.setProperty("tbms.test.db.password", access.password());
    return new BenchDatabase(access, server.pid());
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  long pid() {
    return pid;
  }

  /** A connection outside the product's pool, as the product's are set up. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        access.server() + "?useAffectedRows=true&characterEncoding=UTF-8",
        access.user(),
        access.password());
  }

  void execute(String... statements) throws SQLException {
    access.execute(statements);
  }

  /** Runs it without waiting for the disk at each commit: what it makes is not what is measured. */
  void inHaste(Runnable work) throws SQLException {
    execute("SET GLOBAL innodb_flush_log_at_trx_commit = 0");
    try {
      work.run();
    } finally {
      execute("SET GLOBAL innodb_flush_log_at_trx_commit = 1");
    }
  }

  /** What the server has counted since its start, of what tells how work was done. */
  Map<String, Long> counters() throws SQLException {
    Map<String, Long> counters = new TreeMap<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(COUNTERS)) {
      while (rows.next()) {
        counters.put(rows.getString(1), rows.getLong(2));
      }
    }
    return counters;
  }

  /** The one number that a query gives. */
  long number(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
