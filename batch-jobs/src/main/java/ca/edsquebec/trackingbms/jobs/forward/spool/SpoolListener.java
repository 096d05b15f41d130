package ca.edsquebec.trackingbms.jobs.forward.spool;

import java.nio.file.Path;

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

  /**
   * What could not be read when the spool was opened, and was cut off: half a block after a power
   * cut, or all behind a damage.
   *
   * @param bytes how many
   * @param file at whose end they stood
   */
  void cut(long bytes, Path file);
}
