package ca.edsquebec.trackingbms.notification;

/** Where a message is on its way. Stored by name. */
enum State {
  /** For its time, and for a channel that is there. */
  WAITING,
  /** Claimed by a program; when that one dies, nothing has been sent. */
  SENDING,
  /** The program was about to end the message: when it dies now, it may have arrived or not. */
  ENDING,
  /** Taken over by the channel's server. */
  SENT,
  /** Refused for good, or given up. */
  FAILED
}
