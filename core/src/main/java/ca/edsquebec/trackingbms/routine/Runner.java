package ca.edsquebec.trackingbms.routine;

/** Does the work of a routine, in the manner of the program that it belongs to. */
public interface Runner {

  /**
   * Returns when the run has ended; nothing of it goes on then. Throws nothing that belongs to one
   * client.
   *
   * @param run as it was just written down; with more than one attempt it may go on where it stood
   * @param turn to be asked between two pieces of work
   */
  Result run(Routine routine, Run run, Turn turn);
}
