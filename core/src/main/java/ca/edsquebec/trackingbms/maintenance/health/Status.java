package ca.edsquebec.trackingbms.maintenance.health;

/** How a component stands, from good to bad. Stored by name. */
public enum Status {
  OK,
  /** It can't be told, or it is not set up: nothing to be woken for. */
  UNKNOWN,
  /** Somebody should look at it within days. */
  WARN,
  /** Somebody must look at it now. */
  FAIL;

  /** Whether it may become an incident. */
  public boolean isBad() {
    return this == WARN || this == FAIL;
  }

  /** The worse of both. */
  public Status or(Status other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
