package ca.edsquebec.trackingbms.jobs.forward;

import ca.edsquebec.trackingbms.jobs.console.Console;
import ca.edsquebec.trackingbms.jobs.console.ExitCode;
import java.io.IOException;

/** Ctrl-C or a stop of the service: spools are closed, and the exit code is ours. */
final class Stop implements AutoCloseable {

  private final Forwarding forwarding;
  private final Console console;
  private final Thread hook = new Thread(this::stop, "forward-end");

  private Stop(Forwarding forwarding, Console console) {
    this.forwarding = forwarding;
    this.console = console;
  }

  static Stop of(Forwarding forwarding, Console console) {
    Stop stop = new Stop(forwarding, console);
    Runtime.getRuntime().addShutdownHook(stop.hook);
    return stop;
  }

  private void stop() {
    int exitCode = ExitCode.STOPPED;
    try {
      forwarding.close();
    } catch (IOException e) {
      console.error("the spool can't be written: " + e.getMessage());
      exitCode = ExitCode.FAILED;
    }
    Runtime.getRuntime().halt(exitCode);
  }

  /** Once forwarding has ended by itself, the program's end is no stop. */
  @Override
  public void close() {
    if (hook.getState() == Thread.State.NEW) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
