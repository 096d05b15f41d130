package ca.edsquebec.trackingbms.web.ingest.thingset;

/** A node may not connect; the message says why and what to do. */
final class NodeRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * @param status of HTTP, with which it is refused before it is connected
   */
  NodeRefused(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}
