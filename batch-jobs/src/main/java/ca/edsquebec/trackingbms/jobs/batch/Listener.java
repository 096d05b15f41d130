package ca.edsquebec.trackingbms.jobs.batch;

import ca.edsquebec.trackingbms.routine.Routine;

/** Is told how a run goes on; by several threads. */
@FunctionalInterface
public interface Listener {

  /**
   * @param clients how many clients are done so far
   * @param total how many there are
   */
  void ended(Routine routine, Outcome outcome, int clients, int total);
}
