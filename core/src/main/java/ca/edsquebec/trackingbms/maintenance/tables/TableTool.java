package ca.edsquebec.trackingbms.maintenance.tables;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The statements about one database's tables, over somebody else's connection. */
final class TableTool {

  /** Beyond the time for a statement, until the line itself counts as dead. */
  private static final Duration LINE_PATIENCE = Duration.ofSeconds(60);

  private final Connection connection;
  private final String db;

  TableTool(Connection connection, String db) {
    this.connection = connection;
    this.db = db;
  }

  List<TableSize> sizes() throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT table_name, table_rows, data_length, index_length, data_free"
                    + " FROM information_schema.tables WHERE table_schema = DATABASE()"
                    + " AND table_type = 'BASE TABLE' ORDER BY table_name");
        ResultSet row = query.executeQuery()) {
      List<TableSize> sizes = new ArrayList<>();
      while (row.next()) {
        sizes.add(
            new TableSize(
                row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
      }
      return sizes;
    }
  }

  void analyse(String table, Duration limit) throws SQLException {
    maintain("ANALYZE TABLE ", table, limit);
  }

  void rebuild(String table, Duration limit) throws SQLException {
    maintain("OPTIMIZE TABLE ", table, limit);
  }

  /** The server answers with a row a remark; only one that says error is a failure. */
  private void maintain(String verb, String table, Duration limit) throws SQLException {
    int before = connection.getNetworkTimeout();
    connection.setNetworkTimeout(Runnable::run, (int) limit.plus(LINE_PATIENCE).toMillis());
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout((int) Math.max(1, limit.toSeconds()));
      try (ResultSet row = statement.executeQuery(verb + db + ".`" + table + "`")) {
        while (row.next()) {
          if (row.getString("Msg_type").equalsIgnoreCase("error")) {
            throw new SQLException(verb + table + ": " + row.getString("Msg_text"));
          }
        }
      }
    } finally {
      connection.setNetworkTimeout(Runnable::run, before);
    }
  }

  /**
   * Indexes that nothing has used since the server's start, by table, primary keys left out.
   *
   * @return empty when the server does not count, or does not tell us
   */
  Optional<Map<String, List<String>>> unusedIndexes() {
    try (Statement ask = connection.createStatement()) {
      try (ResultSet on = ask.executeQuery("SELECT @@performance_schema")) {
        if (!on.next() || on.getInt(1) == 0) {
          return Optional.empty();
        }
      }
      try (ResultSet row =
          ask.executeQuery(
              "SELECT object_name, index_name"
                  + " FROM performance_schema.table_io_waits_summary_by_index_usage"
                  + " WHERE object_schema = DATABASE() AND index_name IS NOT NULL"
                  + " AND index_name <> 'PRIMARY' AND count_star = 0"
                  + " ORDER BY object_name, index_name")) {
        Map<String, List<String>> unused = new TreeMap<>();
        while (row.next()) {
          unused
              .computeIfAbsent(row.getString(1), table -> new ArrayList<>())
              .add(row.getString(2));
        }
        return Optional.of(unused);
      }
    } catch (SQLException notAllowed) {
      // An account of a shared host may not look there; the report says that it is not known.
      return Optional.empty();
    }
  }

  /** What is free where the server has its files, when those are on a disk of this machine. */
  OptionalLong diskFree() throws SQLException {
    try (Statement ask = connection.createStatement();
        ResultSet row = ask.executeQuery("SELECT @@datadir, @@hostname")) {
      row.next();
      Path folder = Path.of(row.getString(1));
      boolean here = Files.isDirectory(folder) && hostname().equals(row.getString(2));
      return here
          ? OptionalLong.of(Files.getFileStore(folder).getUsableSpace())
          : OptionalLong.empty();
    } catch (IOException unreadable) {
      return OptionalLong.empty();
    }
  }

  private static String hostname() throws IOException {
    return InetAddress.getLocalHost().getHostName();
  }
}
