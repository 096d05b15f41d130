package ca.edsquebec.trackingbms.web.bench;

/** What must hold for a measurement to mean anything. */
final class Check {

  private Check() {}

  /**
   * @throws IllegalStateException when they differ
   */
  static void same(String what, long seen, long expected) {
    if (seen != expected) {
      throw new IllegalStateException("%s: %d, not %d".formatted(what, seen, expected));
    }
  }
}
