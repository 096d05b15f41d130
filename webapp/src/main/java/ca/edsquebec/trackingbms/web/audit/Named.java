package ca.edsquebec.trackingbms.web.audit;

/**
 * Somebody or something in words.
 *
 * @param name what it is called now
 * @param more what tells it from others of that name, or what it is; empty for nothing
 */
public record Named(String name, String more) {

  static Named of(String name) {
    return new Named(name, "");
  }

  /** On one line. */
  String text() {
    return more.isEmpty() ? name : name + " (" + more + ")";
  }
}
