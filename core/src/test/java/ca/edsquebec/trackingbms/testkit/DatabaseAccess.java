package ca.edsquebec.trackingbms.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database server and an account on it that may make databases and accounts.
 *
 * @param server {@code jdbc:mysql://host:port/}, with the slash and without a database
 */
public record DatabaseAccess(String server, String user, String password) {

  public String url(String database) {
    return server + database;
  }

  /** Runs statements one by one, outside the product's own pool. */
  public void execute(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(server, user, password);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
