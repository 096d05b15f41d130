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
  INVITATION_ACCEPTED,

  MEMBER_ADDED,
  MEMBER_CHANGED,
  MEMBER_DEACTIVATED,
  MEMBER_REACTIVATED,
  ROLE_CREATED,
  ROLE_CHANGED,
  ROLE_DELETED,
  PLATFORM_ADMIN_ADDED,
  PLATFORM_ADMIN_REMOVED,
  CLIENT_CREATE,
  CLIENT_SUSPEND,
  CLIENT_RESUME,
  CLIENT_EXPORT,
  CLIENT_DELETE,
  CLIENT_RESTORE,
  CLIENT_ERASE,
  QUOTA_CHANGE,
  LOOK_CHANGE,
  FIELD_CREATE,
  FIELD_CHANGE,
  FIELD_ARCHIVE,
  FIELD_RESTORE,
  FIELD_DELETE,
  BATTERY_DESCRIBE,

  KEY_CREATE,
  KEY_RENAME,
  KEY_REVOKE,
  SHARE_CREATE,
  SHARE_OPEN,
  SHARE_REVOKE,

  RETENTION_CHANGED,
  BACKUP_RESTORED,
  BACKUP_CREATED,
  BACKUP_PUSHED,
  KEYS_ROTATED,
  /** A secret one, encrypted in the registry. */
  SETTING_KEPT,
  SETTING_FORGOTTEN,
  /** By a person; what cron or the portal starts stands in the history of runs alone. */
  JOB_RUN,

  BATTERY_ADDED,
  BATTERY_MOVED,
  BATTERY_STATUS_CHANGED,
  BATTERY_PARENT_CHANGED,
  BATTERY_PULL_CHANGED,
  BATTERY_PULL_TESTED,
  PLACE_ADDED,

  SUPPORT_BEGUN,
  SUPPORT_ENDED,
  AUDIT_EXPORTED,
  AUDIT_VERIFIED,
  AUDIT_TRIMMED,
  PERSON_EXPORTED,
  PERSON_ERASED,
  INCIDENT_RECORDED,
  INCIDENT_CHANGED,
  INCIDENTS_EXPORTED,

  /** A row says what this version does not know: a later one wrote it, or somebody else. */
  UNKNOWN;

  static Action stored(String name) {
    for (Action action : values()) {
      if (action.name().equals(name)) {
        return action;
      }
    }
    return UNKNOWN;
  }
}
