package ca.edsquebec.trackingbms.telemetry;

/** How finely history is read. */
public enum Level {
  /** Samples as stored. */
  RAW,
  /** UTC hours. */
  HOUR,
  /** Days as the battery's place counts them. */
  DAY,
  /** Months as the battery's place counts them. */
  MONTH
}
