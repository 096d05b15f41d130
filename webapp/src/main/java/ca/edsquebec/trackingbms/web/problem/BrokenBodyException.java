package ca.edsquebec.trackingbms.web.problem;

import java.util.Map;

/**
 * A request's body can't be read to its end. What came before the break may have been kept: the
 * answer says how much.
 */
public final class BrokenBodyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Map<String, Object> counts;

  /**
   * @param message what broke, and where
   * @param counts what was kept, as in the answer to a whole body
   */
  public BrokenBodyException(String message, Map<String, Object> counts) {
    super(message);
    this.counts = Map.copyOf(counts);
  }

  Map<String, Object> counts() {
    return counts;
  }
}
