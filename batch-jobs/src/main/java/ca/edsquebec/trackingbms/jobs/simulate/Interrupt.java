package ca.edsquebec.trackingbms.jobs.simulate;

import ca.edsquebec.trackingbms.jobs.console.ExitCode;

/** Ctrl-C: nothing more is sent or answered, and the exit code is ours and not that of a signal. */
final class Interrupt implements AutoCloseable {

  private final Runnable end;
  private final Thread hook = new Thread(this::stop, "simulation-end");

  private Interrupt(Runnable end) {
    this.end = end;
  }

  /**
   * @param end ends what is simulated
   */
  static Interrupt of(Runnable end) {
    Interrupt interrupt = new Interrupt(end);
    Runtime.getRuntime().addShutdownHook(interrupt.hook);
    return interrupt;
  }

  private void stop() {
    end.run();
    Runtime.getRuntime().halt(ExitCode.STOPPED);
  }

  /** Whether Ctrl-C ended the simulation. */
  boolean came() {
    return hook.getState() != Thread.State.NEW;
  }

  /** Once the simulation has ended by itself, the program's end is no interrupt. */
  @Override
  public void close() {
    if (!came()) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
