package ca.edsquebec.trackingbms.tenant;

import java.sql.SQLException;

/** The database refused a statement of ours: a fault of the program, or of its schema. */
public final class DatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** MySQL error numbers that say: the same transaction may succeed when tried again. */
  private static final int DEADLOCK = 1213;

  private static final int LOCK_TIMEOUT = 1205;

  private final int errorNumber;

  DatabaseException(String message, SQLException cause) {
    super(message, cause);
    errorNumber = cause.getErrorCode();
  }

  /** The server's error number, such as 1062 for a duplicate key. */
  public int errorNumber() {
    return errorNumber;
  }

  public boolean isWorthRetrying() {
    return isDeadlock() || errorNumber == LOCK_TIMEOUT;
  }

  /** Others wanted the same rows at once, and one of them goes on. */
  boolean isDeadlock() {
    return errorNumber == DEADLOCK;
  }
}
