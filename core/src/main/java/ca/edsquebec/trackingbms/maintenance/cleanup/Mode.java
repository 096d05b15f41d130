package ca.edsquebec.trackingbms.maintenance.cleanup;

/** What is done with what is too old. */
public enum Mode {
  /** Only counted; nothing changes. */
  LIST,
  DELETE
}
