package ca.edsquebec.trackingbms.jobs.console;

import ca.edsquebec.trackingbms.platform.BusyException;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.platform.NotFoundException;
import ca.edsquebec.trackingbms.platform.QuotaException;
import ca.edsquebec.trackingbms.platform.SettingsException;
import ca.edsquebec.trackingbms.platform.TooSoonException;
import ca.edsquebec.trackingbms.tenant.DatabaseException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/** What went wrong, as one sentence and an exit code; never with a password in it. */
public final class Failure {

  /** Error numbers of MySQL for a database or a table that is not there. */
  private static final Set<Integer> NO_SCHEMA = Set.of(1049, 1146);

  /** Whose message says all; of others the root cause is told too. */
  private static final List<Class<? extends Exception>> EXPECTED =
      List.of(
          InvalidException.class,
          BusyException.class,
          NotFoundException.class,
          QuotaException.class,
          SettingsException.class,
          TooSoonException.class,
          IOException.class,
          UncheckedIOException.class);

  private final String where;
  private final Throwable cause;

  public Failure(Throwable cause) {
    this("", cause);
  }

  /**
   * @param where what it is about, such as a database of several
   */
  public Failure(String where, Throwable cause) {
    this.where = where.isEmpty() ? "" : where + ": ";
    this.cause = cause;
  }

  public int exitCode() {
    if (cause instanceof InvalidException) {
      return ExitCode.USAGE;
    }
    boolean busy = cause instanceof BusyException || cause instanceof TooSoonException;
    return busy ? ExitCode.BUSY : ExitCode.FAILED;
  }

  /** One line, to be understood without the program's source. */
  public String sentence() {
    return where + what();
  }

  private String what() {
    if (cause instanceof DatabaseException refused) {
      boolean bare = NO_SCHEMA.contains(refused.errorNumber());
      return message(cause) + (bare ? " (make the schema with: tbms db migrate)" : "");
    }
    return EXPECTED.stream().anyMatch(type -> type.isInstance(cause))
        ? message(cause)
        : unexpected();
  }

  /** Where it comes from, for whoever repairs it. */
  public String trace() {
    StringWriter trace = new StringWriter();
    cause.printStackTrace(new PrintWriter(trace));
    return withoutPasswords(trace.toString());
  }

  private String unexpected() {
    Throwable root = cause;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String message = message(cause);
    String origin = message(root);
    return message.contains(origin) ? message : message + ": " + origin;
  }

  private static String message(Throwable e) {
    String text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String line = text.strip().lines().findFirst().orElse("");
    // These hide their secrets themselves, and show the form that an address must have.
    return e instanceof SettingsException ? line : withoutPasswords(line);
  }

  /** A database's address may hold one; nobody needs the address to understand what is wrong. */
  private static String withoutPasswords(String text) {
    return text.replaceAll("jdbc:\\S+", "the database");
  }
}
