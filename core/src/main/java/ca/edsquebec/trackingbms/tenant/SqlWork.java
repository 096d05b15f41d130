package ca.edsquebec.trackingbms.tenant;

import java.sql.Connection;
import java.sql.SQLException;

/** Hand-written SQL against one database. */
@FunctionalInterface
public interface SqlWork<T> {

  /**
   * @param connection bound to that database; must not be kept
   * @param db the database's name, quoted: write {@code db + ".sample"}
   */
  T run(Connection connection, String db) throws SQLException;
}
