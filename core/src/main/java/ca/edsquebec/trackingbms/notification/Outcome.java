package ca.edsquebec.trackingbms.notification;

/**
 * What became of a try.
 *
 * @param answer what the other side said, or why there was none; may be shown to whoever runs this
 */
public record Outcome(Kind kind, String answer) {

  /** What it means for the message and for those behind it. */
  public enum Kind {
    /** Taken over. */
    SENT,
    /** Not now: try this message later. */
    LATER,
    /** No message passes at present, and this one did not. */
    AWAY,
    /** Never: this message is not wanted there. */
    REFUSED,
    /** The line broke before the answer: it may have arrived or not. */
    UNSURE
  }

  private static final int MAX_LENGTH = 500;

  public Outcome {
    String line = answer == null ? "" : answer.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    answer = line.substring(0, Math.min(line.length(), MAX_LENGTH));
  }
}
