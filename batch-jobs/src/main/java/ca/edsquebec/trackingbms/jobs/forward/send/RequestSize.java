package ca.edsquebec.trackingbms.jobs.forward.send;

/**
 * How many frames a request brings: fewer since something in between found one too large, and more
 * again after that has gone well for a while. For one thread.
 */
final class RequestSize {

  /** One request in so many may be found too large again. */
  private static final int WELL = 50;

  private final int most;
  private int limit;
  private int fitted;

  RequestSize(int most) {
    this.most = most;
    limit = most;
  }

  int limit() {
    return limit;
  }

  /** A request of so many was refused for its size. */
  void tooLarge(int frames) {
    limit = Math.max(1, Math.min(limit, frames) / 2);
    fitted = 0;
  }

  /** A request was taken. */
  void fitted() {
    fitted++;
    if (fitted >= WELL && limit < most) {
      limit = Math.min(most, 2 * limit);
      fitted = 0;
    }
  }
}
