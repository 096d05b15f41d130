package ca.edsquebec.trackingbms.jobs.forward.spool;

/** Hears what a spool has lost. Must not block. */
public interface SpoolListener {

  /**
   * There was no room for them: the portal has not confirmed them and never will.
   *
   * @param frames how many
   * @param newestMillis the newest of them, epoch milliseconds
   * @param why a part of a sentence
   */
  void lost(long frames, long newestMillis, String why);
}
