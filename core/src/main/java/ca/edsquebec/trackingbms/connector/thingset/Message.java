package ca.edsquebec.trackingbms.connector.thingset;

import java.math.BigDecimal;

/**
 * What a node says: an answer or, unasked, a report.
 *
 * @param status two hexadecimal digits; empty for a report
 * @param subset what a report calls itself, such as {@code mLive}; may be empty, as in v0.3
 * @param payload a number ({@link BigDecimal}), text, flag, null, list or map of these
 */
record Message(String status, String subset, Object payload) {

  boolean isReport() {
    return status.isEmpty();
  }

  boolean isContent() {
    return status.equals("85");
  }

  /** An error, also one of a function: that is told as changed or valid, with a negative number. */
  boolean isFailure() {
    boolean ofFunction = status.equals("83") || status.equals("84");
    return status.compareTo("A0") >= 0
        || (ofFunction && payload instanceof BigDecimal number && number.signum() < 0);
  }
}
