package ca.edsquebec.trackingbms.identity;

/**
 * What holds a session's tokens; those of one kind are not taken from the other. Stored by name.
 */
public enum SessionKind {
  /** A person's browser, by cookies. */
  BROWSER("trackingbms-browser"),
  /** A program, by {@code Authorization}. */
  PROGRAM("trackingbms-portal");

  private final String audience;

  SessionKind(String audience) {
    this.audience = audience;
  }

  String audience() {
    return audience;
  }
}
