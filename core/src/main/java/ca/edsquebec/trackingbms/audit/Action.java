package ca.edsquebec.trackingbms.audit;

/** What was done. Stored by name; the bundles have its words as {@code audit.action.sign-in}. */
public enum Action {
  SIGN_IN,
  SIGN_IN_FAILED,
  SIGN_OUT,
  MEMBER_ADDED,
  MEMBER_CHANGED,
  MEMBER_DEACTIVATED,
  MEMBER_REACTIVATED,
  ROLE_CREATED,
  ROLE_CHANGED,
  ROLE_DELETED,
  PLATFORM_ADMIN_ADDED,
  PLATFORM_ADMIN_REMOVED
}
