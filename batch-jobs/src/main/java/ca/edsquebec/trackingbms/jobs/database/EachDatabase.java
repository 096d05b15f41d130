package ca.edsquebec.trackingbms.jobs.database;

import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.ExitCode;
import ca.edsquebec.trackingbms.jobs.console.Failure;

/** Does the same with one database after another; one that fails does not stop the others. */
final class EachDatabase {

  private final Console console;
  private boolean failed;

  EachDatabase(Console console) {
    this.console = console;
  }

  void run(String database, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      failed = true;
      console.failed(new Failure(database, e));
    }
  }

  int exitCode() {
    return failed ? ExitCode.FAILED : ExitCode.DONE;
  }
}
