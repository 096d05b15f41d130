package ca.edsquebec.trackingbms.notification;

/**
 * A way to reach people. Used by one thread at a time; {@link #close} may come from another.
 *
 * <p>A further channel is a class that implements this, made in the composition root.
 */
public interface Channel extends AutoCloseable {

  /** As the outbox stores it: {@code mail}. */
  String id();

  /**
   * Hands over one message; blocks until the other side answered, or a time-out.
   *
   * @param beforeEnd to be called once, right before the step after which the message may have
   *     arrived whatever becomes of the connection. When it throws, the message must not be sent
   * @return never null; only our own faults are thrown
   */
  Outcome deliver(Notice notice, Runnable beforeEnd);

  /** Nothing follows soon: connections may be let go. */
  void rest();

  /** Ends a delivery that is under way, too. */
  @Override
  void close();
}
