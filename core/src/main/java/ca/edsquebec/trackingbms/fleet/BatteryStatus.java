package ca.edsquebec.trackingbms.fleet;

/** Where a battery is in its life. Stored by name. */
public enum BatteryStatus {
  COMMISSIONING,
  IN_SERVICE,
  MAINTENANCE,
  /** Out of use; its history stays readable. */
  RETIRED
}
