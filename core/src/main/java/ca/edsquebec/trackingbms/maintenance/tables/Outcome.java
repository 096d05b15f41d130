package ca.edsquebec.trackingbms.maintenance.tables;

/** What was done with a table. Stored by name. */
public enum Outcome {
  /** Its statistics are fresh; too little is free in it for more. */
  ANALYSED,
  /** It was rebuilt and gave space back. */
  REBUILT,
  /** A rebuild would pay, but the disk has no room for a copy. */
  NO_ROOM,
  /** A rebuild would pay, but there was no time left; the next run begins with it. */
  NO_TIME
}
