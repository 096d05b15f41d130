package ca.edsquebec.trackingbms.jobs.simulate;

import ca.edsquebec.trackingbms.jobs.console.ExitCode;
import ca.edsquebec.trackingbms.jobs.simulate.feed.Simulation;

/** Ctrl-C: nothing more is sent, and the exit code is ours and not that of a signal. */
final class Interrupt implements AutoCloseable {

  private final Simulation simulation;
  private final Thread hook = new Thread(this::stop, "simulation-end");

  private Interrupt(Simulation simulation) {
    this.simulation = simulation;
  }

  static Interrupt of(Simulation simulation) {
    Interrupt interrupt = new Interrupt(simulation);
    Runtime.getRuntime().addShutdownHook(interrupt.hook);
    return interrupt;
  }

  private void stop() {
    simulation.close();
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
