package ca.edsquebec.trackingbms.overview;

/** Where the current goes. */
public enum Flow {
  /** Into the battery. */
  CHARGING,
  /** Out of the battery. */
  DISCHARGING,
  /** Less than 0.5 A, or than a hundredth of the rated capacity an hour, either way. */
  IDLE
}
