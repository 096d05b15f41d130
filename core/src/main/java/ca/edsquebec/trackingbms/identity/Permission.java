package ca.edsquebec.trackingbms.identity;

/** What somebody may do at a client. */
public enum Permission {
  /** Read batteries, live and past. */
  VIEW_FLEET,
  /** Add, move and change batteries. */
  MANAGE_FLEET,
  /** Add people and change what they are. */
  MANAGE_USERS,
  /** Make and revoke API keys. */
  MANAGE_KEYS,
  /** Send samples and frames. */
  INGEST
}
