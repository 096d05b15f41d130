package ca.edsquebec.trackingbms.audit;

/** What was done. Stored by name; the bundles have its words as {@code audit.action.sign-in}. */
public enum Action {
  SIGN_IN,
  SIGN_IN_FAILED,
  SIGN_OUT
}
