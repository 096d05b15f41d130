package ca.edsquebec.trackingbms.secret;

/** What a data key is for; one of one purpose is taken for no other. Stored by name. */
public enum Purpose {
  /** Encrypts secrets in the databases. */
  SECRETS,
  /** Signs access tokens. */
  TOKENS,
  /** Seals the entries of the audit. */
  AUDIT,
  /** Binds forms to the session they were shown in. */
  CSRF,
  /** Encrypts backups, each of which brings it along, wrapped by the master key. */
  BACKUP
}
