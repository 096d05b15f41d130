package ca.edsquebec.trackingbms.intake.pull;

/** How a device that has connected by itself is reached. For any number of threads. */
public interface Peer {

  /**
   * Sends a request, whole; must not wait for the device.
   *
   * @return false when it takes none: it is gone, or has not taken the one before
   */
  boolean send(byte[] request);

  /** Whether what it says may be stored; asked before each batch, may wait for the database. */
  boolean mayStore();

  /**
   * It is over, for this side: the connection is to be closed. Told once, and not after {@link
   * Arrival#close}; must not wait for the device.
   *
   * @param why in English, for whoever looks after the device; no full stop
   */
  void end(End end, String why);

  /** How a conversation ended. */
  enum End {
    /** The device says nothing, or nothing that is understood. */
    FAULT,
    /** Its client may not have it stored, or its sender may not send any more. */
    REFUSED,
    /** More waits to be stored than there is room for. */
    FULL
  }
}
