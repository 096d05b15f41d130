package ca.edsquebec.trackingbms.audit;

/** What was done. Stored by name; the bundles have its words as {@code audit.action.sign-in}. */
public enum Action {
  SIGN_IN,
  SIGN_IN_FAILED,
  SIGN_OUT,

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

  BATTERY_ADDED,
  BATTERY_MOVED,
  BATTERY_STATUS_CHANGED,
  BATTERY_PARENT_CHANGED,
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
