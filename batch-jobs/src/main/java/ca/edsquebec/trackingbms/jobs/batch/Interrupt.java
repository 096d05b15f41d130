package ca.edsquebec.trackingbms.jobs.batch;

import ca.edsquebec.trackingbms.jobs.console.ExitCode;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C, or a host that shuts down: the clients at work are finished, the rest is left. */
final class Interrupt implements AutoCloseable {

  /** What hosts usually grant; a client that takes longer is begun again by the next run. */
  private static final long PATIENCE_SECONDS = 20;

  private final BatchRunner runner;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "job-end");

  private Interrupt(BatchRunner runner) {
    this.runner = runner;
  }

  static Interrupt of(BatchRunner runner) {
    Interrupt interrupt = new Interrupt(runner);
    Runtime.getRuntime().addShutdownHook(interrupt.hook);
    return interrupt;
  }

  private void stop() {
    runner.stop();
    try {
      ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(ExitCode.STOPPED);
  }

  @Override
  public void close() {
    if (hook.getState() == Thread.State.NEW) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
    ended.countDown();
  }
}
