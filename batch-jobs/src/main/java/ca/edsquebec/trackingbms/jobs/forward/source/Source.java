package ca.edsquebec.trackingbms.jobs.forward.source;

import java.io.IOException;

/** Where the frames of one battery come from. Runs on a thread of its own. */
public interface Source {

  /**
   * Hears until its end, which most have none of, or until the thread is interrupted.
   *
   * @throws IOException when it can't be read, nor will be later
   */
  void run(Receiver receiver) throws IOException, InterruptedException;
}
