package ca.edsquebec.trackingbms.audit;

/** What was done. Stored by name; the bundles have its words as {@code audit.action.sign-in}. */
public enum Action {
  SIGN_IN,
  SIGN_IN_FAILED,
  SIGN_OUT,
  SESSION_REVOKED,
  /** An old refresh token came again: it is in two hands, and its session was ended. */
  REFRESH_TOKEN_REUSED,
  PASSWORD_CHANGED,
  PASSWORD_LINK_MADE,
  PASSWORD_RESET,
  ACCOUNT_UNLOCKED,
  PROFILE_CHANGED,
  SECOND_FACTOR_ON,
  SECOND_FACTOR_OFF,
  SECOND_FACTOR_FAILED,
  SECOND_FACTOR_POLICY_CHANGED,
  BACKUP_CODES_MADE,
  BACKUP_CODE_USED,
  DEVICE_DISTRUSTED,
  INVITED,
  INVITATION_SENT_AGAIN,
  INVITATION_WITHDRAWN,
  INVITATION_ACCEPTED
}
