package ca.edsquebec.trackingbms.web.ingest;

import ca.edsquebec.trackingbms.platform.UnavailableException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets few large bodies in at a time: each takes ten times its size while it is worked on. */
final class LargeBodies {

  /** Up to here they are let in as they come. */
  static final int LARGE_BYTES = 256 << 10;

  private static final int AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration RETRY = Duration.ofSeconds(5);

  private static final Semaphore ROOM = new Semaphore(AT_ONCE, true);

  private LargeBodies() {}

  /**
   * @throws UnavailableException when others take too long
   */
  static void enter() {
    try {
      if (ROOM.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      throw new UnavailableException("too many large requests at once", RETRY, null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnavailableException("the server is stopping", RETRY, e);
    }
  }

  static void leave() {
    ROOM.release();
  }
}
