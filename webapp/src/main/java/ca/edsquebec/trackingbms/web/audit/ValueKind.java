package ca.edsquebec.trackingbms.web.audit;

/** How a value of an entry is told. */
enum ValueKind {
  /** As it stands there. */
  TEXT,
  FLAG,
  COUNT,
  /** An instant. */
  TIME,
  /** A period by the calendar. */
  PERIOD,
  ROLE,
  /** Which batteries. */
  ACCESS,
  PERMISSIONS,
  /** What an API key may. */
  SCOPES,
  /** Of a battery or of a client. */
  STATUS,
  /** Of a run of a job. */
  RUN_STATE,
  /** Of a custom field. */
  FIELD_KIND,
  /** Codes of custom fields. */
  FIELDS,
  CONNECTOR,
  /** By its content: a number of 16 hexadecimal digits. */
  PICTURE,
  ACTION,
  ACTOR,
  OBJECT
}
