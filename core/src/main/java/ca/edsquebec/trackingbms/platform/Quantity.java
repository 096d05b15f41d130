package ca.edsquebec.trackingbms.platform;

/**
 * A number as it is shown, with its unit apart for whoever prints that smaller.
 *
 * @param value the numeral with its sign, or "—" when absent
 * @param unit its symbol; empty when the value is absent or has none
 * @param gap what stands between the two, a no-break space or nothing
 */
public record Quantity(String value, String unit, String gap) {

  /** All of it, on one line whatever the width. */
  @Override
  public String toString() {
    return value + gap + unit;
  }
}
