package ca.edsquebec.trackingbms.fleet;

/** What a custom field holds. Stored by name. */
public enum FieldKind {
  /** Up to 500 characters on one line. */
  TEXT,
  /** A decimal number, in the field's unit if it has one. */
  NUMBER,
  /** A day. */
  DATE,
  /** One of the field's choices. */
  LIST,
  YES_NO
}
