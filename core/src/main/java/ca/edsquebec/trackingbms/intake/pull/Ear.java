package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.connector.Dialogue;

/** Whoever listens to a {@link Line}. Called on the thread of all lines: must not block. */
interface Ear {

  /** The connection stands. */
  void opened();

  /** Something came, or the dialogue moved on by itself. */
  void heard(int bytes, Dialogue.Step step);

  /** It is over, once; nothing is heard after that. Not called for a line closed by its owner. */
  void ended(PullFault why, String detail);
}
